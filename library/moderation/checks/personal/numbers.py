"""Numbers by which health services know people, told from other numbers by their check digit."""

import re
from typing import Final

BSN_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(text: str) -> bool:
    """Tell whether these are the digits of a Dutch citizen service number (the "11-test").

    >>> is_bsn("111222333"), is_bsn("111222334")
    (True, False)
    """
    digits = _digits(text).zfill(9)
    return len(digits) == 9 and int(digits) > 0 and _weighed(digits, BSN_WEIGHTS) % 11 == 0


def is_nhs_number(text: str) -> bool:
    """Tell whether these are the digits of an NHS number (modulus 11; a remainder that gives 10 is never issued).

    >>> is_nhs_number("943 476 5919"), is_nhs_number("943 476 5918")
    (True, False)
    """
    digits = _digits(text)
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - _weighed(digits[:9], range(10, 1, -1)) % 11
    return (0 if check == 11 else check) == int(digits[9])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _weighed(digits: str, weights: "tuple[int, ...] | range") -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
