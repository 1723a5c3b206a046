"""Who and what takes part in a clause, and how sure a reader can be who or what is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.clause import antecedent
from claims.phrase import child, children, listed, noun_phrase, words
from claims.verbs import lemma
from claims.words import ORGANISATION_NOUNS, ROLE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.parsed import Parsed

NAMES = frozenset({"PER", "ORG", "LOC", "NORP"})
# Voices whose "we" and "you" mean nobody that a reader of two articles could look up.
_SPEAKING = listed("""
    i me my mine myself we us our ours ourselves you your yours yourself one oneself let's
    """)
_POINTING = listed("the this that these those both all each either")
# Nouns that point back at talk rather than at anything in the world.
_ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "nobody"})
ABSTRACT = listed("""
    approach aspect belief case challenge circumstance concept concern context day detail effort
    experience fact factor future goal idea impact importance issue kind life lot matter method
    moment need notion opportunity past phenomenon picture point possibility problem
    purpose question reality reason result risk role sense side situation something sort step story
    thing thought time topic trend truth type view way world
    """)
# Bodies that need no article to be definite.
_BARE = frozenset({"police", "parliament", "congress", "prosecutor", "authority", "official"})


@dataclass(frozen=True, slots=True)
class Participant:
    """A phrase's words, as resolved in the document.

    `named` where a name stands behind them, `speaking` for "we" and "you", `anyone` for "anyone"
    and "every driver", of whom no single event can be told.
    """

    words: str
    named: bool = False
    definite: bool = False
    speaking: bool = False
    anyone: bool = False


def participant(
    head: "Token",
    parsed: "Parsed",
    *,
    participles: bool = True,
    without: Sequence["Token"] = (),
) -> Participant | None:
    """Who or what the noun phrase at `head` means; None where it only points ("this", "it")."""
    phrase = noun_phrase(head, participles=participles, without=without)
    if not phrase:
        return None
    counted = head.lower_ == "one" and child(head, "nmod") is not None
    if (head.lower_ in _SPEAKING and not counted) or any(
        t.lower_ in _SPEAKING for t in children(head, "nmod:poss")
    ):
        return Participant(words(phrase), speaking=True)
    if head.lower_ in _ANYONE:
        return Participant(words(phrase), anyone=True)
    if head.pos_ == "PRON":
        return _pronoun(head, parsed)
    if head.ent_type_ in ("PER", "ORG", "LOC") and not children(head, "conj"):
        return Participant(resolved(head, parsed), named=True, definite=True)
    name = _name_behind(head)
    if name is not None:
        return Participant(resolved(name, parsed), named=True, definite=True)
    # "One of which": what it is one of stands in another clause.
    if any(t.tag_ in ("WDT", "WP") for t in phrase):
        return None
    owned = _owned(head, phrase, parsed)
    if owned is not None:
        return owned
    det = child(head, "det")
    if det is not None and det.lower_ in ("any", "every", "each"):
        return Participant(words(phrase), anyone=True)
    named = any(t.ent_type_ in NAMES or t.pos_ == "PROPN" for t in phrase)
    return Participant(words(phrase), named=named, definite=named or _is_definite(head))


def _owned(head: "Token", phrase: Sequence["Token"], parsed: "Parsed") -> Participant | None:
    """What belongs to the noun that "whose" stands for: "the Orla dam, whose gate broke"."""
    pronoun = next((t for t in children(head, "nmod:poss") if t.lower_ == "whose"), None)
    owner = antecedent(head.head) if pronoun is not None else None
    own = [t for t in phrase if t != pronoun]
    if owner is None or not own:
        return None
    named = owner.ent_type_ in NAMES
    name = resolved(owner, parsed, participles=False) if named else words(noun_phrase(owner))
    return Participant(f"{name}'s {words(own)}", named=named, definite=True)


def _name_behind(head: "Token") -> "Token | None":
    """The person behind a title that the parse took for the head: "Senator Ana Reyes"."""
    if head.i + 1 >= len(head.doc) or head.text[:1].islower() or head.pos_ not in ("NOUN", "PROPN"):
        return None
    following = head.nbor()
    return following if following.ent_type_ == "PER" and following.ent_iob_ == "B" else None


def resolved(head: "Token", parsed: "Parsed", *, participles: bool = True) -> str:
    """The fullest name for a phrase, or its words where the document gives none."""
    if head.pos_ == "PRON":
        return parsed.mentions.resolve(head).name
    phrase = noun_phrase(head, coordinated=False)
    if not phrase:
        return head.text
    mention = parsed.mentions.resolve(head.doc[phrase[0].i : phrase[-1].i + 1])
    if mention.label:
        return mention.name
    return words(noun_phrase(head, participles=participles))


def is_generic(head: "Token") -> bool:
    """Whether a phrase means anyone of a sort: "anyone who …", "drivers", "a person who …"."""
    group = head.lower_
    if group in _ANYONE or group in ("people", "those"):
        return True
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    det = child(head, "det", "nmod:poss", "nummod")
    if det is None:
        # "Uyghurs", "residents"; never "Smith".
        return head.tag_ in ("NNS", "NNPS") or head.ent_type_ == "NORP"
    if det.lower_ in ("any", "every", "each", "no", "all", "those", "some", "many", "most"):
        return True
    has_clause = child(head, "acl", "acl:relcl") is not None
    if det.lower_ in ("a", "an", "the"):
        return has_clause and (head.tag_ == "NNS" or det.lower_ != "the")
    return det.dep_ == "nmod:poss" and head.tag_ == "NNS"


def is_person(head: "Token") -> bool:
    """Whether one certain person is meant."""
    if head.ent_type_ == "PER" or head.lower_ in ("he", "she", "him", "her"):
        return True
    det = child(head, "det", "nmod:poss")
    return (
        lemma(head) in ROLE_NOUNS
        and head.tag_ == "NN"
        and (det is None or det.lower_ in ("the", "this", "that", "his", "her", "their"))
    )


def _pronoun(head: "Token", parsed: "Parsed") -> Participant | None:
    if head.tag_ in ("WP", "WDT", "EX"):
        return None
    mention = parsed.mentions.resolve(head)
    if mention.label in ("PER", "NORP") and head.lower_ == "it":
        return None
    if mention.label in NAMES:
        return Participant(mention.name, named=True, definite=True)
    if head.lower_ in ("it", "this", "that", "these", "those", "which", "what", "there", "who"):
        return None
    definite = mention.name.lower() != head.lower_
    return Participant(mention.name, definite=definite)


def _is_definite(head: "Token") -> bool:
    # "The question" is none, "the citizenship question" is one.
    if lemma(head) in ABSTRACT and child(head, "compound") is None:
        return False
    det = child(head, "det", "nmod:poss", "det:predet")
    if det is not None:
        return det.dep_ == "nmod:poss" or det.lower_ in _POINTING
    if child(head, "nummod") is not None:
        return True
    return lemma(head) in _BARE or (lemma(head) in ORGANISATION_NOUNS and head.tag_ == "NN")
