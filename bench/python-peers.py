"""Times what Python has for the same work, on the same vectors, and prints one line of JSON.

Arguments: file of float32 rows, number of columns, number of label groups (row i has label i modulo that), and
"umap", "dbi" or "lisi". A library that is not installed leaves its values out.
"""
import json
import sys
import time

import numpy


def median_seconds(work, goes):
    work()
    times = []
    for _ in range(goes):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2]


def umap_learn(rows, labels):
    import umap
    from sklearn.manifold import trustworthiness
    from sklearn.metrics import davies_bouldin_score

    def fit(seed, data):
        return umap.UMAP(n_neighbors=15, min_dist=0.1, metric="cosine", random_state=seed).fit_transform(data)

    fit(0, rows[:500])  # compiles
    planes, times = [], []
    for seed in range(5 if len(rows) <= 10000 else 1):
        started = time.perf_counter()
        planes.append(fit(seed, rows))
        times.append(time.perf_counter() - started)
    answer = {"seconds": sorted(times)[len(times) // 2]}
    answer["dbi"] = [float(davies_bouldin_score(plane, labels)) for plane in planes]
    if len(rows) <= 10000:
        answer["trustworthiness"] = float(trustworthiness(rows, planes[0], n_neighbors=15, metric="cosine"))
    from pynndescent import NNDescent

    NNDescent(rows[:500], n_neighbors=15, metric="cosine")
    started = time.perf_counter()
    NNDescent(rows, n_neighbors=15, metric="cosine").neighbor_graph
    answer["neighborSeconds"] = time.perf_counter() - started
    return answer


def davies_bouldin(rows, labels):
    from sklearn.metrics import davies_bouldin_score

    return {
        "seconds": median_seconds(lambda: davies_bouldin_score(rows, labels), 5),
        # In float32 its own sums are off by 1e-6.
        "value": float(davies_bouldin_score(rows.astype(numpy.float64), labels)),
    }


def lisi(rows, labels):
    import pandas
    from harmonypy import compute_lisi

    metadata = pandas.DataFrame({"label": labels.astype(str)})
    started = time.perf_counter()
    values = compute_lisi(rows, metadata, ["label"], 30)
    return {"seconds": time.perf_counter() - started, "mean": float(values.mean())}


works = {"umap": umap_learn, "dbi": davies_bouldin, "lisi": lisi}


def main():
    path, columns, groups, work = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    rows = numpy.fromfile(path, dtype=numpy.float32).reshape(-1, columns)
    labels = numpy.arange(len(rows)) % groups
    print(json.dumps(works[work](rows, labels)))


main()
