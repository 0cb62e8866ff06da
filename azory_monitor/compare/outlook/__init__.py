"""How far an indicator has come, whether it has really changed, and whether it will get there."""
