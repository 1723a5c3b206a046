import pytest

from xref.names import Same, is_name, same_name

EXAMPLES = [
    ("Xi", "President Xi Jinping", Same.YES),
    ("Mr. Wang", "Wang Yongzhi", Same.YES),
    ("J. Ruiz", "Ana Ruiz", Same.NO),
    ("A. Ruiz", "Ana Ruiz", Same.YES),
    ("Ana Ruiz", "Bea Ruiz", Same.NO),
    ("Ana Ruíz", "Ana Ruiz", Same.YES),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin", Same.NO),
    ("Qaddafi", "Qadhafi", Same.YES),
    ("the United Nations", "UN", Same.YES),
    ("the Northport Police", "Northport police", Same.YES),
    ("police", "the Police", Same.YES),
    ("a spokesman", "Ana Ruiz", Same.UNKNOWN),
    ("witnesses", "officials", Same.UNKNOWN),
    (None, "Ana Ruiz", Same.UNKNOWN),
    ("North Korea", "South Korea", Same.NO),
]


@pytest.mark.parametrize(("left", "right", "same"), EXAMPLES)
def test_two_names(left: str | None, right: str | None, same: Same) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize(
    ("phrase", "named"),
    [("Ana Ruiz", True), ("the UN", True), ("a police officer", False), ("He", False), ("", False)],
)
def test_what_is_a_name(phrase: str, named: bool) -> None:
    assert is_name(phrase) is named
