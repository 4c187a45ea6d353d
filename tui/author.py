"""Who acts, as the history notes it: the name given at the first start, per user of this computer."""

from db import settings
from db.instance_lock import user_name


def _key() -> str:
    return f"author.{user_name()}"


def known() -> str:
    """The name that this user of the computer gave, else the one by which the system knows them."""
    return settings.remembered(_key()) or user_name()


def remember(name: str) -> None:
    """Note the name for the next starts; runs on the writing connection."""
    settings.remember(_key(), name)
