"""The one exception that is meant for the person at the keyboard."""


class InputError(Exception):
    """Something the user gave cannot be used; its text says what, where and what to try."""
