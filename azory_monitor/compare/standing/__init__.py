"""Where an area stands, beside other areas, itself earlier and fixed standards; and which figures disagree."""
