"""Writes small files of weights by PyTorch and safetensors, and truth.json with what they hold.

    pip install torch==2.13.0 safetensors==0.8.0 numpy==2.4.6
    python3 make_files.py
"""
import collections
import json
import os
import pickle
import zipfile

import safetensors
import torch
from safetensors.torch import save_file

torch.manual_seed(5)
base = torch.arange(24, dtype=torch.float32).reshape(4, 6) / 8 - 1
kinds = {
    "float64": torch.tensor([[0.1, -2.0], [1e300, 5e-324]], dtype=torch.float64),
    "float32": torch.tensor([0.1, -0.0, float("inf"), 1e-45]),
    "float16": torch.tensor([0.1, -65504, 6e-8, 6.1e-5, float("inf"), -float("inf"), 1.5], dtype=torch.float16),
    "bfloat16": torch.tensor([0.1, 3e38, -1e-40, 2.5], dtype=torch.bfloat16),
    "int64": torch.tensor([2**53 + 1, -2**63, 2**63 - 1, 7]),
    "int32": torch.tensor([[-2**31], [2**31 - 1]], dtype=torch.int32),
    "int16": torch.tensor([-2**15, 300], dtype=torch.int16),
    "int8": torch.tensor([-128, 127], dtype=torch.int8),
    "uint8": torch.tensor([0, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True]),
    "scalar": torch.tensor(1234567),
    "empty": torch.zeros(0, 3),
    "한글 \"name\"": torch.ones(1, 2),
}
strides = {
    "base": base, "transposed": base.t(), "column": base[:, 2], "every second": base[::2, 1::2], "tail": base[3:],
    "expanded": base[0:1, :2].expand(3, 2), "permuted": torch.arange(24.).reshape(2, 3, 4).permute(2, 0, 1),
    "picture": torch.arange(24.).reshape(1, 2, 3, 4).to(memory_format=torch.channels_last),
    "parameter": torch.nn.Parameter(base[1]), "none": base[:0],
}
model = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
model(torch.ones(2, 1, 4, 4)).sum().backward()
optimizer.step()
nested = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3, "lr": 0.25, "big": 2**40,
          "done": False, "name": "små", "list": [base[0], (base[1], None)], 7: {"deep": base[2]}, "size": base.shape}


class Untyped:
    """A tensor as PyTorch writes the types that have no storage of their own."""
    def __init__(self, tensor):
        self.tensor = tensor

    def __reduce__(self):
        t = self.tensor
        return torch._utils._rebuild_tensor_v3, (
            t.untyped_storage(), t.storage_offset(), tuple(t.shape), t.stride(), False, collections.OrderedDict(), t.dtype)


def flat(value, name=""):
    if isinstance(value, torch.Tensor):
        yield name, value
    elif isinstance(value, (dict, list, tuple)):
        for key, inner in (value.items() if isinstance(value, dict) else enumerate(value)):
            yield from flat(inner, f"{name}.{key}" if name else str(key))


def shown(tensor):
    tensor = tensor.detach()
    whole = not tensor.dtype.is_floating_point
    values = [int(v) if whole else repr(float(v)) for v in tensor.reshape(-1).tolist()]
    return {"type": str(tensor.dtype)[6:], "shape": list(tensor.shape), "numbers": list(map(str, values))}


files = {}


def torch_file(name, value, **options):
    torch.save(value, name, **options)
    files[name] = {key: shown(tensor) for key, tensor in flat(value)}


torch_file("kinds.pth", kinds)
torch.save({name: Untyped(tensor) for name, tensor in strides.items()}, "untyped.pth")
torch_file("strides.pth", collections.OrderedDict(strides))
torch_file("nested.pth", nested)
torch_file("protocol3.pth", strides, pickle_protocol=3)
torch_file("protocol4.pth", nested, pickle_protocol=4)
torch_file("protocol5.pth", strides, pickle_protocol=5)
files["untyped.pth"] = files["strides.pth"]
save_file(kinds, "kinds.safetensors", metadata={"format": "pt", "비고": "a \"quoted\" text\n"})
files["kinds.safetensors"] = files["kinds.pth"]
save_file({}, "none.safetensors")
files["none.safetensors"] = {}

# Refused
torch.save(kinds, "legacy.pth", _use_new_zipfile_serialization=False)
torch.save(base, "single.pth")
torch.save(model, "whole.pth")
torch.save({"a": torch.zeros(2, dtype=torch.complex64)}, "complex.pth")
torch.save({"a": torch.zeros(2, dtype=torch.uint16)}, "uint16.pth")


# The form of zips beyond 4 GB, for a small one.
zipfile.ZIP64_LIMIT = 8
with zipfile.ZipFile("kinds.pth") as old, zipfile.ZipFile("zip64.pth", "w") as new:
    for record in old.namelist():
        new.writestr(record, old.read(record))
zipfile.ZIP64_LIMIT = (1 << 31) - 1
files["zip64.pth"] = files["kinds.pth"]


class Attack:
    def __reduce__(self):
        return os.system, ("touch attacked",)


torch.save({"weight": base, "attack": Attack()}, "attack.pth")
with zipfile.ZipFile("kinds.pth") as old, zipfile.ZipFile("deflated.pth", "w", zipfile.ZIP_DEFLATED) as new:
    for record in old.namelist():
        new.writestr(record, old.read(record))
for protocol in [0, 4]:
    with zipfile.ZipFile(f"attack{protocol}.pth", "w") as new:
        new.writestr("x/data.pkl", pickle.dumps(Attack(), protocol))
with zipfile.ZipFile("instance.pth", "w") as new:
    new.writestr("x/data.pkl", b"(ios\nsystem\n.")

# Small files that would fill the memory: a dictionary in itself, dictionaries in dictionaries (30 to the 14th of them), and
# one number said to be two billion.
levels = b"}q\0" + b"".join(
    b"}q" + bytes([i]) + b"(" + b"".join(b"X\2\0\0\0%02dh" % j + bytes([i - 1]) for j in range(30)) + b"u"
    for i in range(1, 15))
storage = b"(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + b"0X\3\0\0\0cpuK\1tQ"
tensor = b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + b"K\0(J\xff\xff\xff\x7ft(K\0t\x89}tR"
for name, program in [("itself", b"}q\0(X\1\0\0\0ah\0u."), ("levels", b"(" + levels + b"1h\x0e."),
                      ("expanded", b"}(X\1\0\0\0t" + tensor + b"u.")]:
    with zipfile.ZipFile(f"{name}.pth", "w") as new:
        new.writestr("x/data.pkl", b"\x80\2" + program)
        new.writestr("x/data/0", bytes(4))

with open("truth.json", "w") as truth:
    json.dump({"torch": torch.__version__, "safetensors": safetensors.__version__, "files": files}, truth,
              ensure_ascii=False, separators=(",", ":"))
