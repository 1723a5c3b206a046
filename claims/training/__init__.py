"""How `claims/model/` was made, end to end: corpora → windows → network → ONNX → scores."""
