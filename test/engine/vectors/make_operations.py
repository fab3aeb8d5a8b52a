"""Float64 PyTorch values, first and second derivatives of operations: operations.json.

loss = sum(weight * output^2); projection = sum over operands of sum(direction * d loss / d operand).
Run: python3 make_operations.py (torch 1.13).
"""
import json
import pathlib
import torch
import torch.nn.functional as F

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)


def draw(*shape):
    # Multiples of 1/64, so that float32 and JSON hold them exactly and in few digits.
    return torch.round(torch.randn(*shape) * 64) / 64


def batch_norm(x, gamma, beta):
    return F.batch_norm(x, None, None, gamma, beta, True, 0.0, 1e-5)


def batch_norm_inference(x, gamma, beta, mean, logvar):
    # running statistics are buffers in PyTorch, so the formula of its documentation is written out
    c = (1, -1, 1, 1)
    return (x - mean.view(c)) / torch.sqrt(torch.exp(logvar).view(c) + 1e-5) * gamma.view(c) + beta.view(c)


CASES = {
    "conv stride 2 padding 1": (lambda x, w: F.conv2d(x, w, stride=2, padding=1), [(2, 2, 7, 8), (3, 2, 3, 3)]),
    "conv kernel 4 stride 2 padding 2": (lambda x, w: F.conv2d(x, w, stride=2, padding=2), [(2, 1, 9, 8), (2, 1, 4, 4)]),
    "conv stride 3x2 padding 0x1": (lambda x, w: F.conv2d(x, w, stride=(3, 2), padding=(0, 1)), [(1, 2, 9, 7), (2, 2, 2, 3)]),
    "convTransposed stride 2 padding 1 output padding 1": (
        lambda y, w: F.conv_transpose2d(y, w, stride=2, padding=1, output_padding=1),
        [(2, 3, 4, 3), (3, 2, 3, 3)],
    ),
    "convTransposed padding 1": (lambda y, w: F.conv_transpose2d(y, w, padding=1), [(2, 2, 4, 5), (2, 2, 3, 3)]),
    "maxPool 3 stride 2 padding 1": (lambda x: F.max_pool2d(x, 3, 2, 1), [(2, 2, 7, 8)]),
    "maxPool 2": (lambda x: F.max_pool2d(x, 2), [(1, 2, 5, 6)]),
    "batchNormTraining": (batch_norm, [(4, 2, 3, 2), (2,), (2,)]),
    "batchNormInference": (batch_norm_inference, [(2, 3, 2, 2), (3,), (3,), (3,), (3,)]),
    "logSoftmax": (lambda x: F.log_softmax(x, 1), [(4, 5)]),
    "max": (lambda x: x.amax(1), [(3, 4)]),
    "matmul": (lambda a, b: a @ b, [(2, 1, 3, 4), (3, 4, 2)]),
}


def vector(f, shapes):
    operands = [draw(*s).requires_grad_() for s in shapes]
    output = f(*operands)
    weight, directions = draw(*output.shape), [draw(*s) for s in shapes]
    first = torch.autograd.grad((weight * output**2).sum(), operands, create_graph=True)
    projection = sum((d * g).sum() for d, g in zip(directions, first))
    second = torch.autograd.grad(projection, operands)
    array = lambda t: {"shape": list(t.shape), "data": t.detach().flatten().tolist()}
    return {k: [array(t) for t in v] for k, v in dict(
        operands=operands, weight=[weight], directions=directions, output=[output], first=first, second=second).items()}


vectors = {"source": f"torch {torch.__version__}, float64", "cases": {name: vector(*case) for name, case in CASES.items()}}
pathlib.Path(__file__).with_name("operations.json").write_text(json.dumps(vectors) + "\n")
