from evidence.reread import successors
from tests.evidence.make import claim, document

TEXT = document("The mayor said that 403 pages were found in the hall on Friday.")


def test_a_claim_is_followed_to_the_same_words() -> None:
    old = claim(TEXT, 20, 29, "quantity", amount=43)
    new = claim(TEXT, 20, 29, "quantity", amount=403)
    assert successors([old], [new]) == {old.id: new.id}


def test_of_several_readings_of_the_same_words_the_likest_is_followed() -> None:
    old = claim(TEXT, 20, 40, "policy", modality="must", penalty=None, action="find")
    likest = claim(TEXT, 20, 40, "policy", modality="must", penalty="jail", action="find")
    others = [
        claim(TEXT, 20, 40, "policy", modality="may", penalty="jail", action="leave"),
        claim(TEXT, 20, 40, "statement", modality="must", penalty=None, action="find"),
        claim(TEXT, 18, 40, "policy", modality="must", penalty=None, action="find"),
    ]
    assert successors([old], [*others, likest]) == {old.id: likest.id}


def test_a_claim_that_is_still_there_or_gone_is_not_followed() -> None:
    kept = claim(TEXT, 20, 29, "quantity", amount=403)
    gone = claim(TEXT, 0, 9, "quantity", amount=1)
    assert successors([kept, gone], [kept, claim(TEXT, 6, 29, "quantity", amount=2)]) == {}
