"""placeholder"""
def svg() -> str:
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><circle cx="500" cy="500" r="400" fill="none" stroke="#8E1B15" stroke-width="60"/></svg>'
def favicon() -> str:
    return svg()
