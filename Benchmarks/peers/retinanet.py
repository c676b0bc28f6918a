"""The forward pass of RetinaNet-R50, backbone and heads, in one of PyTorch's or OpenVINO's ways.

    retinanet.py eager|inductor|openvino THREADS HEIGHT WIDTH FOLDER [once|prepare]

Says its versions, then answers each line it reads by one time in milliseconds. `once` is one forward pass as a process of its
own; `prepare` writes into FOLDER what OpenVINO reads, and fills inductor's own store, so that `once` need not do it.
"""

import os
import platform
import sys
import time

method, threads, height, width, folder = sys.argv[1:6]
task = sys.argv[6] if len(sys.argv) > 6 else ""
threads, height, width = int(threads), int(height), int(width)
model_file = f"{folder}/retinanet-{height}x{width}.xml"
os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", f"{folder}/inductor")


def torch_model():
    import torch

    from retinanet_model import RetinaNet

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    return torch, RetinaNet().eval(), torch.randn(1, 3, height, width)


def with_torch():
    torch, model, x = torch_model()
    if method == "inductor":
        model = torch.compile(model)

    def run():
        with torch.inference_mode():
            return model(x)

    return f"PyTorch {torch.__version__}, Python {platform.python_version()}, {torch.get_num_threads()} threads", run


def with_openvino():
    import numpy
    import openvino

    if not os.path.exists(model_file):
        _, model, x = torch_model()
        openvino.save_model(openvino.convert_model(model, example_input=x, input=x.shape), model_file, compress_to_fp16=False)
    hints = {"INFERENCE_NUM_THREADS": threads, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"}
    request = openvino.Core().compile_model(model_file, "CPU", hints).create_infer_request()
    x = numpy.random.default_rng(0).standard_normal((1, 3, height, width), dtype=numpy.float32)
    return f"OpenVINO {openvino.__version__.split('-')[0]}, {threads} threads", lambda: request.infer([x])


def once():
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


try:
    versions, run = with_openvino() if method == "openvino" else with_torch()
    once()
except Exception as error:  # whatever a peer lacks: a package, a compiler for inductor
    print(f"missing: {type(error).__name__}: {str(error).strip().splitlines()[0] if str(error).strip() else ''}", flush=True)
    sys.exit(1 if task == "once" else 0)
if not task:
    once()
print(versions, flush=True)
if not task:
    for _ in sys.stdin:
        print(once(), flush=True)
