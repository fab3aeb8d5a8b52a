"""GRIM in floats, with ties either way: so many tests, timed."""

import json
import math
import sys
import time

times = int(sys.argv[1])
start = time.perf_counter()
possible = 0
for index in range(times):
    units = 100 + index % 600
    count = 10 + (index // 600) % 90
    least = math.ceil((units - 0.5) * count / 100 - 1e-9)
    most = math.floor((units + 0.5) * count / 100 + 1e-9)
    possible += least <= most
print(json.dumps({"seconds": time.perf_counter() - start, "possible": possible}))
