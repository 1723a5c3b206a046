"""Quotations compared: the same words, shortened, changed, retold, or given to someone else."""

import re
from functools import lru_cache

from claims.quotation import Form, Quotation
from xref.names import Same, is_name, parts
from xref.numerals import figures
from xref.relation import Code, Finding, Relation
from xref.remark import is_named, marked, side_by_side, speakers
from xref.say import clip
from xref.wording import Laid, Match, held, is_one_remark, is_slight, meaty, plain
from xref.words import FALLING, MONTHS, PERIODS, RISING, content, listed, senses, shared, words

# Fewer content words than this are said by many people on many occasions, unless so many words
# are told alike; then one story is enough for them to be one remark.
SHORT, WORDY, TELLING = 4, 6, 2
ONE_STORY = 0.8
# A retelling keeps this much of what the shorter of the two says.
RETOLD = 0.6
# So many changes of the words are named in a reason.
SHOWN = 3
NEGATIONS = listed("not never cannot")
# A denial is held against what it denies only where nearly all of it is the same.
DENIED = 0.9
CLAUSE = re.compile(r"[,;:.—–]|\s-\s|\b(?:and|but|because|although|though|while|which)\b")
# "Not only", "not one person but several": what follows is so. "It will not hold, but …" is not.
ASSERTED = re.compile(
    r"\bnot (?:only|just|merely|simply)\b"
    r"|\bnot (?:an?|one)\b[^.,;:]{1,40},? but (?:\w+ly )?(?:an?|one|several|many|some)\b",
    re.IGNORECASE,
)
DENYING = listed(
    "deny denies denied denying reject rejects rejected rejecting refute refutes refuted refuting "
    "dispute disputes disputed disputing dismiss dismisses dismissed dismissing"
)


def keys(value: Quotation) -> frozenset[str]:
    """Runs of three words for quotes, and what a named speaker says, word by word."""
    run = plain(value.content)
    found = {f"run:{' '.join(run[i : i + 3])}" for i in range(len(run) - 2)}
    if len(run) < 3:
        found.add(f"run:{' '.join(run)}")
    surname = parts(value.speaker)[-1:] if is_name(value.speaker) and value.speaker else ()
    found |= {f"{name}:{word}" for name in surname for word in senses(value.content)}
    return frozenset(found)


def alike(left: Quotation, right: Quotation) -> float:
    """How likely the two are one remark, from 0 (never) to 1, by their words and speakers."""
    first, second = marked(left), marked(right)
    same = speakers(left, right)
    retelling = same is Same.YES and is_named(left) and not _both_direct(left, right)
    if (_is_short(first) or _is_short(second)) and not (retelling and _retold(left, right)):
        within = held(first, second) or held(second, first)
        named = same is Same.YES and is_named(left) and is_named(right)
        long = min(len(plain(first)), len(plain(second))) > 1
        return ONE_STORY if within and named and long else 0.0
    if held(first, second) or held(second, first):
        little = min(len(meaty(first)), len(meaty(second))) < SHORT
        return ONE_STORY if little else 1.0
    if _both_direct(left, right) and is_one_remark(first, second):
        return 0.9
    retold = _retold(left, right)
    # What one denies another tells: not the speaker but the thing told is the same.
    if _one_denies(left, right) and not _both_direct(left, right):
        return 0.5 + retold * 0.4 if retold >= DENIED else 0.0
    if same is not Same.YES or (_denials_differ(left, right) and retold < DENIED):
        return 0.0
    # What is counted is compared as figures; in other words it is another remark.
    if retold < RETOLD or _both_direct(left, right) or _figures_differ(left, right):
        return 0.0
    return 0.5 + retold * 0.4


def compare(left: Quotation, right: Quotation) -> Finding:
    """Decide what two quotations of one remark mean for one another."""
    first, second = marked(left), marked(right)
    if _one_denies(left, right):
        return _denial(left, right)
    equal = plain(first) == plain(second)
    contained = equal or held(first, second) or held(second, first)
    if contained and not (_is_short(first) or _is_short(second)):
        finding = _attribution(left, right)
        if finding is not None:
            return finding
    if equal and speakers(left, right) is not Same.NO:
        return Finding(Relation.AGREES, Code.EXACT, f"both quote “{clip(first)}”")
    if contained and speakers(left, right) is not Same.NO:
        return _shortened(left, right)
    return _reworded(left, right)


def _attribution(left: Quotation, right: Quotation) -> Finding | None:
    """The same words, but not given to one known speaker."""
    match speakers(left, right):
        case Same.YES:
            return None
        case Same.NO:
            reason = f"the same words, given to {left.speaker} and to {right.speaker}"
            return Finding(Relation.CONFLICTS, Code.WHO_SAID, reason)
        case Same.UNKNOWN:
            named = [q.speaker for q in (left, right) if q.speaker and is_named(q)]
            if not named:
                return None
            if len(named) == 2:
                reason = f"the same words, of {left.speaker} in one, {right.speaker} in the other"
                return Finding(Relation.COMPATIBLE, Code.QUOTE_UNATTRIBUTED, reason)
            reason = f"the same words; only one names the speaker: {named[0]}"
            return Finding(Relation.COMPATIBLE, Code.QUOTE_UNATTRIBUTED, reason)


def _one_denies(left: Quotation, right: Quotation) -> bool:
    """Whether just one of two reports what its speaker says is not so."""
    return is_denial(left) != is_denial(right)


@lru_cache(maxsize=50_000)
def is_denial(quotation: Quotation) -> bool:
    """ "Denied that it had known", "rejected claims that it knew"; "denied: “No.”" only speaks."""
    cue = words(quotation.cue or "")
    return quotation.form is not Form.DIRECT and bool(DENYING & set(cue))


def _denial(left: Quotation, right: Quotation) -> Finding:
    """One reports as denied what the other reports as said."""
    denied, said = (left, right) if is_denial(left) else (right, left)
    if (
        _retold(left, right) >= DENIED
        and _numbers(left) == _numbers(right)
        and not _denies(said, denied)
    ):
        reason = f"{denied.speaker or 'the speaker'} denies what {said.speaker or 'the other'} says"
        return Finding(Relation.CONFLICTS, Code.DENIAL, reason)
    reason = "one denies something like what the other says"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _shortened(left: Quotation, right: Quotation) -> Finding:
    if Form.INDIRECT in (left.form, right.form):
        return _paraphrase(left, right)
    laid = side_by_side(left, right).laid
    cut = " … ".join(laid.missing or laid.extra)
    reason = "one quotes more of the same words" + (f": “{clip(cut)}”" if cut else "")
    return Finding(Relation.COMPATIBLE, Code.QUOTE_TRUNCATED, reason)


def _reworded(left: Quotation, right: Quotation) -> Finding:
    """The words differ: changed inside the marks, retold, or too far apart to tell."""
    laid = side_by_side(left, right).laid
    if _both_direct(left, right):
        close = is_one_remark(marked(left), marked(right))
        if close and not laid.changed:
            finding = _attribution(left, right)
            return finding or _overlapping(left, right)
        if close and all(is_slight(*pair) for pair in laid.changed):
            return _attribution(left, right) or _slightly(laid)
        if close and speakers(left, right) is Same.YES:
            changes = [_change(was, now) for was, now in laid.changed]
            more = ", …" if len(changes) > SHOWN else ""
            reason = f"words differ inside the marks: {', '.join(changes[:SHOWN])}{more}"
            return Finding(Relation.CONFLICTS, Code.QUOTE_ALTERED, reason)
    elif _retold(left, right) >= RETOLD and speakers(left, right) is not Same.NO:
        return _paraphrase(left, right)
    reason = "some of the same words, perhaps of another remark"
    return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)


def _slightly(laid: Laid) -> Finding:
    """One remark but for words that hardly say anything."""
    small = ", ".join(_change(was, now) for was, now in laid.changed[:SHOWN])
    if laid.missing or laid.extra:
        reason = f"one quotes more of one remark; of the rest only small words differ: {small}"
        return Finding(Relation.COMPATIBLE, Code.QUOTE_TRUNCATED, reason)
    reason = f"one remark; only small words differ: {small}"
    return Finding(Relation.AGREES, Code.PARAPHRASE, reason)


def _change(was: str, now: str) -> str:
    return f"“{was}” against “{now}”" if was and now else f"only one has “{was or now}”"


def _overlapping(left: Quotation, right: Quotation) -> Finding:
    if side_by_side(left, right).laid.match is Match.VERBATIM:
        return Finding(Relation.AGREES, Code.EXACT, f"both quote “{clip(marked(left))}”")
    reason = "each quotes a part of the same words"
    return Finding(Relation.COMPATIBLE, Code.QUOTE_TRUNCATED, reason)


def _paraphrase(left: Quotation, right: Quotation) -> Finding:
    """The same said in other words, unless a number or a "not" differs."""
    if _figures_differ(left, right):
        reason = "retold with different figures"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_TIME, reason)
    if _denials_differ(left, right):
        if _retold(left, right) >= 0.9 and speakers(left, right) is Same.YES:
            reason = "one has the speaker deny what the other has the speaker say"
            return Finding(Relation.CONFLICTS, Code.DENIAL, reason)
        reason = "one retelling has a “not” that the other lacks"
        return Finding(Relation.UNCLEAR, Code.UNKNOWN_SCOPE, reason)
    if speakers(left, right) is Same.YES:
        return Finding(Relation.AGREES, Code.PARAPHRASE, f"both have {left.speaker} say this")
    reason = "the same in other words; the speaker is not named alike"
    return Finding(Relation.COMPATIBLE, Code.QUOTE_UNATTRIBUTED, reason)


def _figures_differ(left: Quotation, right: Quotation) -> bool:
    mine, theirs = _numbers(left), _numbers(right)
    if not (mine <= theirs or theirs <= mine):
        return True
    first, second = senses(left.content), senses(right.content)
    # "By 1 July" and "by 1 August", "rose by 5%" and "fell by 5%" hold the same figures.
    months, others = first & (MONTHS | PERIODS), second & (MONTHS | PERIODS)
    turned = (first & RISING and second & FALLING) or (first & FALLING and second & RISING)
    return bool(turned) or bool(months and others and not months & others)


def _both_direct(left: Quotation, right: Quotation) -> bool:
    return Form.INDIRECT not in (left.form, right.form)


def _is_short(text: str) -> bool:
    told = len(meaty(text))
    return told < SHORT and not (told >= TELLING and len(plain(text)) >= WORDY)


def _retold(left: Quotation, right: Quotation) -> float:
    first, second = senses(left.content), senses(right.content)
    if min(len(first), len(second)) < 3:
        return 0.0
    return shared(first, second)


def _numbers(quotation: Quotation) -> frozenset[str]:
    return frozenset(word for word in content(figures(quotation.content)) if word[0].isdigit())


def _denials_differ(left: Quotation, right: Quotation) -> bool:
    return _denies(left, right) != _denies(right, left)


def _denies(quotation: Quotation, other: Quotation) -> bool:
    """Whether one quotation says "not" of something that the other speaks of as well.

    "Nobody is missing, and it was not clear why" says the same of the missing as "nobody is
    missing"; "not only" and "not one but several" say that something is so.
    """
    denied = _denied(quotation.content)
    return bool(denied) and not denied.isdisjoint(senses(other.content))


@lru_cache(maxsize=50_000)
def _denied(content: str) -> frozenset[str]:
    """What stands behind a "not" in its clause."""
    denied: set[str] = set()
    for clause in CLAUSE.split(ASSERTED.sub(" ", content)):
        found = words(clause)
        places = [i for i, w in enumerate(found) if w in NEGATIONS or w.endswith("n't")]
        if places:
            denied |= senses(" ".join(found[places[0] + 1 :])) or senses(clause)
    return frozenset(denied)
