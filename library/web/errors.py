"""Why an address on the web could not be looked at."""


class WebError(Exception):
    """An address could not be looked at."""


class NotForUs(WebError):
    """An address that is not looked at: no web address, or one of a machine inside."""


class NoSuchHost(WebError):
    """Nobody has that name."""


class Unreachable(WebError):
    """It did not answer in time, or not in a way that is understood; perhaps it will tomorrow."""


class NamesUnknown(Unreachable):
    """Names cannot be looked up at the moment, so nothing is known about this one."""
