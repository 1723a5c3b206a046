"""Lemmas as edit scripts: what to do to a word's form to get its dictionary form.

A script is `case|cut|add`: how to write the form first, how many letters to drop from its end,
and what to put there. A whole-word replacement is `=|word`.
"""

from collections.abc import Callable

_CASES: dict[str, Callable[[str], str]] = {
    "l": str.lower,
    "k": str,
    "t": str.capitalize,
    "u": str.upper,
    # Figures are listed without the commas that group them.
    "n": lambda form: form.replace(",", ""),
}


def script(form: str, lemma: str) -> str:
    """The shortest script that makes `lemma` of `form`.

    >>> script("studies", "study"), script("Said", "say"), script("Xi", "Xi"), script("was", "be")
    ('l|3|y', 'l|2|y', 'k|0|', '=|be')
    """
    best = f"=|{lemma}"
    # Whole words are learnt one by one; figures are too many for that.
    shortest = len(lemma) + 1 if not any(map(str.isdigit, form)) else 2 * len(form + lemma)
    for case, write in _CASES.items():
        stem = _shared(write(form), lemma)
        cut, add = len(write(form)) - stem, lemma[stem:]
        if stem and cut + len(add) < shortest:
            best, shortest = f"{case}|{cut}|{add}", cut + len(add)
    return best


def apply(form: str, steps: str) -> str:
    """The lemma that the script `steps` makes of `form`; `form` where the script cannot apply.

    >>> apply("parties", "l|3|y"), apply("were", "=|be"), apply("a", "l|3|y")
    ('party', 'be', 'a')
    """
    case, _, rest = steps.partition("|")
    if case == "=":
        return rest
    cut, _, add = rest.partition("|")
    stem = _CASES[case](form)
    kept = len(stem) - int(cut)
    return (stem[:kept] + add if kept > 0 else "") or form


def _shared(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
