"""A percent sign behind the value of an indicator that is given in percent says nothing new."""

import numpy as np
import pandas as pd
import pyarrow as pa

from azory_monitor.intake.checking.columns import Distinct
from azory_monitor.intake.checking.findings import Findings
from azory_monitor.intake.recognising.known import Known

_SIGN = "%"


def without_percent(found: Distinct, indicators: pd.Series, known: Known, findings: Findings) -> Distinct:
    """The values without their percent sign, where every row that has one is of an indicator in percent.

    Elsewhere the sign stays, and is a fault: it may mean a hundredth.
    """
    texts = found.texts.to_pylist()
    signed = [place for place, text in enumerate(texts) if text and text.strip().endswith(_SIGN)]
    if not signed or known.programme is None:
        return found
    rows = known.programme.indicators
    in_percent = {key for key, row in rows.items() if _SIGN in row.unit.values()}
    is_signed = np.isin(found.codes, signed)
    if not indicators[is_signed].isin(in_percent).all():
        return found
    bare = dict(enumerate(texts)) | {place: texts[place].strip().removesuffix(_SIGN).strip() for place in signed}
    places = np.flatnonzero(is_signed)
    findings.read_as(places, "value", [bare[code] for code in found.codes[places]], "percent")
    # A cell that a workbook shows in percent is written out with a point, whatever the mark of its texts.
    pointed = np.isin(found.codes, [place for place in signed if "." in bare[place]])
    typed = None if found.typed is None else found.typed | pointed
    return Distinct(found.codes, pa.array(bare.values(), type=pa.string()), typed)
