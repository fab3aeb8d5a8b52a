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
    return torch.round(torch.randn(shape) * 64) / 64


def batch_norm(x, gamma, beta):
    return F.batch_norm(x, None, None, gamma, beta, True, 0.0, 1e-5)


def batch_norm_inference(x, gamma, beta, mean, logvar):
    # running statistics are buffers in PyTorch, so the formula of its documentation is written out
    c = (1, -1, 1, 1)
    return (x - mean.view(c)) / torch.sqrt(torch.exp(logvar).view(c) + 1e-5) * gamma.view(c) + beta.view(c)


def conv_weight_gradient(x, y):
    w = torch.zeros(3, 2, 3, 3, requires_grad=True)
    (g,) = torch.autograd.grad(F.conv2d(x, w, stride=2, padding=1), w, y, create_graph=True)
    return g


def conv_weight_gradient_per_sample(x, y):
    return torch.stack([conv_weight_gradient(a, b) for a, b in zip(x.split(1), y.split(1))])


def divergence(mean, logvar):
    normal = torch.distributions.Normal(mean, torch.exp(logvar / 2))
    return torch.distributions.kl_divergence(normal, torch.distributions.Normal(0.0, 1.0)).sum(1)


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
    "convWeightGradient stride 2 padding 1": (conv_weight_gradient, [(2, 2, 7, 8), (2, 3, 4, 4)]),
    "convWeightGradient per sample": (conv_weight_gradient_per_sample, [(2, 2, 7, 8), (2, 3, 4, 4)]),
    "batchNormTraining of vectors": (batch_norm, [(5, 3), (3,), (3,)]),
    "globalAveragePool": (lambda x: F.adaptive_avg_pool2d(x, 1).flatten(1), [(2, 3, 4, 5)]),
    "add and sub, broadcast": (lambda a, b: a + b - b * 3, [(2, 3), (3,)]),
    "mul, broadcast": (lambda a, b: a * b, [(2, 3, 1), (3, 4)]),
    "div, broadcast": (lambda a, b: a / (b * b + 1), [(2, 3), (2, 1)]),
    "neg and exp": (lambda x: torch.exp(-x), [(2, 3)]),
    "log": (lambda x: torch.log(x * x + 1), [(2, 3)]),
    "sqrt": (lambda x: torch.sqrt(x * x + 1), [(2, 3)]),
    "sigmoid": (torch.sigmoid, [(2, 3)]),
    "tanh": (torch.tanh, [(2, 3)]),
    "relu": (lambda x: torch.relu(x) * x, [(3, 5)]),
    "gate": (lambda x, control: x * (control > 0), [(3, 5), (3, 5)]),
    "detach": (lambda a, b: a.detach() * b + a, [(3,), (3,)]),
    "reshape and transpose": (lambda x: x.reshape(3, 4).T, [(2, 6)]),
    "expand": (lambda x: x.expand(2, 3, 4), [(3, 1)]),
    "pad and slice": (lambda x: F.pad(x, (1, 0, 0, 2))[1:4, 0:3], [(3, 3)]),
    "sum and mean": (lambda x: x.sum((0, 2)) * x.mean((0, 2)), [(2, 3, 4)]),
    "concatenate": (lambda a, b: torch.cat([a, b], 1), [(2, 3, 2), (2, 1, 2)]),
    "crossEntropy": (lambda x, t: F.cross_entropy(x, torch.softmax(t, 1)), [(4, 5), (4, 5)]),
    "meanSquaredError": (lambda a, b: F.mse_loss(a, b), [(3, 4), (3, 4)]),
    "binaryCrossEntropy": (
        lambda x, t: F.binary_cross_entropy_with_logits(x, torch.sigmoid(t), reduction="none"),
        [(3, 4), (3, 4)],
    ),
    "divergenceFromStandardNormal": (divergence, [(3, 4), (3, 4)]),
    "binaryCrossEntropy at 0": (
        lambda x, t: F.binary_cross_entropy_with_logits(x - x.detach(), torch.sigmoid(t), reduction="none"),
        [(3, 4), (3, 4)],
    ),
}


def gradients(scalar, operands):
    found = torch.autograd.grad(scalar, operands, create_graph=True, allow_unused=True)
    return [torch.zeros_like(x) if g is None else g for x, g in zip(operands, found)]


def vector(f, shapes):
    operands = [draw(*s).requires_grad_() for s in shapes]
    output = f(*operands)
    weight, directions = draw(*output.shape), [draw(*s) for s in shapes]
    first = gradients((weight * output**2).sum(), operands)
    projection = sum((d * g).sum() for d, g in zip(directions, first))
    second = gradients(projection, operands)
    array = lambda t: {"shape": list(t.shape), "data": t.detach().flatten().tolist()}
    return {k: [array(t) for t in v] for k, v in dict(
        operands=operands, weight=[weight], directions=directions, output=[output], first=first, second=second).items()}


vectors = {"source": f"torch {torch.__version__}, float64", "cases": {name: vector(*case) for name, case in CASES.items()}}
pathlib.Path(__file__).with_name("operations.json").write_text(json.dumps(vectors) + "\n")
