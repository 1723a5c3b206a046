"""spaCy's English tokenizer, with the few habits of the treebanks that it does not share."""

import re

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from claims.words import word_set

# "anti-war" and "e-mail" are one word, "well-known" is three.
_BOUND = word_set(
    "non e anti re co pre pro mid cross post over semi multi ex sub counter neo mini inter socio"
)
_UNBOUND = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in sorted(_BOUND))

# "!!!", "?!", "*****", "----": one mark, however often it is struck.
_REPEATED = (r"[!?]{2,}", r"([=*~_+#<>$\-])\1+")
# A typewriter's opening marks, as wires send them.
_MARKS = (r"``",)
_RANGE = r"(?<=[0-9])[–—](?=[0-9])"
# Brackets without a space: "(a)(b)", "[2]–[5]", "page)(see", "body(Later"; not "colo(u)r".
_BRACKETS = (
    r"[)\]](?=[.]?[\w–-]*[(\[])",
    r"(?<=[)\]])[–-](?=[(\[])",
    r"(?<=[)\]–-])[(\[]",
    r"(?<=[^\W\d_]{3})\((?=[A-Z])",
)
# "town,21", "price:40"
_TIGHT = (r"(?<=[a-z]{2})[,:](?=[0-9])", r"(?<=[0-9]),(?=[a-z]{2})")
_ABBREVIATIONS = ("al.", "etc.")
_PARTS = (("and", "/", "or"), ("wan", "na"))
# So many characters without white space are no words of English but data, and stay one token;
# marks are cut off a word one by one, each time with a copy of the rest.
_DATA = re.compile(r"\S{1000}")


def adapt(nlp: Language) -> None:
    """Make the tokenizer of `nlp` cut words as UD English does."""
    tokenizer, defaults = nlp.tokenizer, nlp.Defaults
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"not spaCy's rule-based tokenizer: {tokenizer!r}")
    infixes = [_bound(str(pattern)) for pattern in defaults.infixes or ()]
    tokenizer.infix_finditer = compile_infix_regex(
        [*_REPEATED, *infixes, _RANGE, *_BRACKETS, *_TIGHT]
    ).finditer
    tokenizer.prefix_search = compile_prefix_regex(
        [*_REPEATED, *_MARKS, *(defaults.prefixes or ())]
    ).search
    tokenizer.suffix_search = compile_suffix_regex([*_REPEATED, *(defaults.suffixes or ())]).search
    tokenizer.token_match = _DATA.match
    for word in _ABBREVIATIONS:
        tokenizer.add_special_case(word, [{ORTH: word}])
    for parts in _PARTS:
        tokenizer.add_special_case("".join(parts), [{ORTH: part} for part in parts])


def _bound(pattern: str) -> str:
    """The infix `pattern`; the one for hyphens between letters spares bound prefixes."""
    hyphen = pattern.startswith("(?<=[") and "(?:-|–" in pattern
    return _UNBOUND + pattern if hyphen else pattern
