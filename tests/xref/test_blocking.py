from xref.blocking import PARTNERS, candidates


def test_only_what_shares_a_key_is_paired() -> None:
    keys = [frozenset("ab"), frozenset("b"), frozenset("c"), frozenset()]
    assert list(candidates(keys, ["", "", "", ""])) == [(0, 1)]


def test_the_number_of_pairs_grows_with_the_claims_not_with_their_square() -> None:
    def pairs(size: int) -> int:
        keys = [
            frozenset({"everywhere", f"often {i % 10}", f"rare {i % 500}"}) for i in range(size)
        ]
        return sum(1 for _ in candidates(keys, [str(i % 7) for i in range(size)]))

    assert pairs(4000) <= 4 * 1.2 * pairs(1000) + 4000
    assert pairs(4000) <= 4000 * PARTNERS


def test_in_a_crowd_the_like_are_paired() -> None:
    keys = [frozenset({"everywhere"})] * 400
    order = [f"{i % 200:03}" for i in range(400)]
    found = set(candidates(keys, order))
    assert all((i, i + 200) in found for i in range(200))
