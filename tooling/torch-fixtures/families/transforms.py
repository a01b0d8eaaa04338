"""torchvision's transforms of images, three calls each, a dozen of those that choose operations, and its grids.

Case: {transform (class), arguments, options (our names), text, seed, image, outputs (of the calls in a row), nextRandom}, or
{kind: "grid", options, images, output}. torchvision 0.29.2, transforms version 1 on tensors; images are bytes in planes, which its ToTensor does not take: that is the division it makes.
"""

import torch
import torchvision
import torchvision.transforms.v2
from torchvision import transforms
from torchvision.transforms import InterpolationMode

seed = 808

calls = [
    ("RandomCrop", [4], {}),
    ("RandomCrop", [(3, 5)], {}),
    ("RandomCrop", [6], {"padding": 2}),
    ("RandomCrop", [6], {"padding": (1, 2), "fill": 7}),
    ("RandomCrop", [6], {"padding": (1, 0, 2, 3), "padding_mode": "reflect"}),
    ("RandomCrop", [9], {"pad_if_needed": True, "padding_mode": "edge"}),
    ("RandomCrop", [(6, 7)], {}),
    ("CenterCrop", [3], {}),
    ("CenterCrop", [(4, 4)], {}),
    ("CenterCrop", [(9, 4)], {}),
    ("CenterCrop", [10], {}),
    ("Pad", [2], {}),
    ("Pad", [(1, 2)], {"fill": 3}),
    ("Pad", [(1, 0, 2, 3)], {"padding_mode": "edge"}),
    ("Pad", [2], {"padding_mode": "reflect"}),
    ("RandomHorizontalFlip", [], {}),
    ("RandomHorizontalFlip", [0.9], {}),
    ("RandomVerticalFlip", [], {"p": 0.3}),
    ("ColorJitter", [0.4], {}),
    ("ColorJitter", [], {"contrast": (0.2, 3)}),
    ("ColorJitter", [], {"saturation": 2}),
    ("ColorJitter", [], {"hue": 0.5}),
    ("ColorJitter", [0.4, 0.4, 0.4, 0.1], {}),
    ("ColorJitter", [(1.5, 2), (0.5, 0.5), 1e-5, (-0.5, 0.25)], {}),
    ("Grayscale", [], {}),
    ("Grayscale", [3], {}),
    ("RandomGrayscale", [], {}),
    ("RandomGrayscale", [0.6], {}),
    ("RandomErasing", [], {}),
    ("RandomErasing", [1], {"value": 0.5}),
    ("RandomErasing", [0.9], {"scale": (0.1, 0.9), "ratio": (0.2, 5.0), "value": (7,)}),
    ("RandomErasing", [1, (0.3, 0.6)], {"value": "random"}),
    ("RandomErasing", [1, (1.0, 1.0)], {"inplace": True}),
    ("Resize", [4], {}),
    ("Resize", [(5, 11)], {}),
    ("Resize", [(3, 3)], {"interpolation": "nearest"}),
    ("Resize", [(9, 10)], {"interpolation": "nearest"}),
    ("Resize", [(4, 11)], {"interpolation": "nearest-exact"}),
    ("Resize", [(4, 4)], {"antialias": False}),
    ("Resize", [(3, 9)], {"interpolation": "bicubic"}),
    ("Resize", [(9, 3)], {"interpolation": "bicubic", "antialias": False}),
    ("Resize", [(8,)], {"max_size": 9}),
    ("Resize", [6], {"max_size": 8}),
    ("RandomResizedCrop", [4], {"scale": (0.08, 1.0), "ratio": (0.75, 1.3333)}),
    ("RandomResizedCrop", [(8, 5)], {"scale": (0.3, 0.9), "ratio": (0.5, 2.5)}),
    ("RandomResizedCrop", [(3, 5)], {"scale": (0.3, 0.9), "ratio": (0.5, 2.5), "interpolation": "nearest"}),
    ("RandomResizedCrop", [5], {"scale": (0.8, 0.9), "ratio": (9.5, 10.5), "antialias": False}),
    ("RandomResizedCrop", [5], {"scale": (0.8, 0.9), "ratio": (0.1, 0.3)}),
    ("RandomRotation", [30], {}),
    ("RandomRotation", [(90, 90)], {}),
    ("RandomRotation", [180], {"interpolation": "bilinear", "fill": 9}),
    ("RandomRotation", [(20, 70)], {"expand": True}),
    ("RandomRotation", [45], {"interpolation": "bilinear", "expand": True, "fill": (5,)}),
    ("RandomRotation", [60], {"center": (1, 2), "fill": 0.5}),
    ("RandomAffine", [30], {}),
    ("RandomAffine", [15, (0.2, 0.4)], {"interpolation": "bilinear"}),
    ("RandomAffine", [0], {"scale": (0.5, 2.0), "shear": 20}),
    ("RandomAffine", [(-40, 90)], {"translate": (0.1, 0.3), "scale": (0.75, 1.5), "shear": (-10, 10, -20, 30), "fill": 3, "center": (2, 3)}),
    ("RandomAffine", [(-40, 90)], {"shear": (-10, 10), "interpolation": "bilinear", "fill": (4,)}),
]

# Of bytes alone, a dozen calls each, so that each operation comes up.
augmentations = [
    ("RandAugment", [], {}),
    ("RandAugment", [3, 30], {"fill": 9}),
    ("RandAugment", [2, 4, 10], {"interpolation": "bilinear"}),
    ("RandAugment", [1, 20], {"interpolation": "bilinear", "fill": (5,)}),
    ("TrivialAugmentWide", [], {}),
    ("TrivialAugmentWide", [8], {"interpolation": "bilinear", "fill": 0.5}),
    ("AutoAugment", [], {}),
    ("AutoAugment", [transforms.AutoAugmentPolicy.CIFAR10], {"fill": 3}),
    ("AutoAugment", [transforms.AutoAugmentPolicy.SVHN], {"fill": (7,)}),
]

# What is done without a draw, to colours of all kinds: grey ones, pure ones, and all between.
adjustments = [
    ("rgb_to_grayscale", [[], [3]]),
    ("adjust_brightness", [[0], [0.3], [1], [2], [2.7]]),
    ("adjust_contrast", [[0], [0.3], [1], [2], [2.7]]),
    ("adjust_saturation", [[0], [0.3], [1], [2], [2.7]]),
    ("adjust_hue", [[-0.5], [-0.13], [0], [1 / 3], [0.5]]),
    ("adjust_sharpness", [[0], [0.3], [1], [2.7]]),
    ("invert", [[]]),
    ("autocontrast", [[]]),
    ("solarize", [[0], [0.5], [1], [127.5], [255]]),
    ("posterize", [[0], [1], [3], [8]]),
    ("equalize", [[]]),
]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def write_fake(fixtures):
    """Case: {kind: "fake", options, indices, images, labels} of torchvision.datasets.FakeData."""
    for size, classes, offset in [((3, 4, 5), 10, 0), ((1, 6, 3), 1000, 1234)]:
        options = {"size": 2000, "image_size": size, "num_classes": classes, "random_offset": offset}
        fake = torchvision.datasets.FakeData(**options, transform=transforms.PILToTensor())
        indices = [0, 1, 7, 1999]
        samples = [fake[index] for index in indices]
        fixtures.case(
            f"FakeData {size} {classes} {offset}",
            kind="fake",
            options={camel(key): value for key, value in options.items()},
            indices=indices,
            images=torch.stack([image for image, _ in samples]),
            labels=[int(label) for _, label in samples],
        )


def colors(dtype):
    """All mixtures of seven levels of red, green and blue, those behind the point too: (3, 7, 49)."""
    levels = torch.tensor([0, 1, 50, 127, 128, 201, 255])
    image = torch.stack(torch.meshgrid(levels, levels, levels, indexing="ij")).reshape(3, 7, 49)
    return image.to(torch.uint8) if dtype == torch.uint8 else image.float() / 255


def write_adjustments(fixtures):
    """Case: {kind: "adjustment", adjustment (our name), arguments, images (two), output}."""
    for name, lists in adjustments:
        for arguments in lists:
            for dtype in [torch.uint8, torch.float32]:
                if dtype == torch.float32 and (name in ["posterize", "equalize"] or name == "solarize" and arguments[0] > 1):
                    continue  # of bytes alone
                images = torch.stack([colors(dtype), colors(dtype).flip(0) // 2 if dtype == torch.uint8 else colors(dtype).flip(0) / 2])
                output = getattr(transforms.functional, name)(images, *arguments).contiguous()
                fixtures.case(f"{name} {arguments} of {dtype}", kind="adjustment", adjustment=camel(name), arguments=arguments, images=images, output=output)


def write_mixes(fixtures):
    """Case: {kind: "mix", transform, options, text, images, labels, mixed, shares (of three calls), nextRandom} of torchvision.transforms.v2."""
    for name in ["MixUp", "CutMix"]:
        for options, shares in [({"num_classes": 4}, False), ({"alpha": 0.3, "num_classes": 4}, False), ({"alpha": 2.5}, True)]:
            made = getattr(transforms.v2, name)(**options)
            case = f"{name} {options}"
            torch.manual_seed(fixtures.seed_of(case) % 2**31)
            images = torch.rand(3, 2, 9, 8)
            labels = torch.rand(3, 4) if shares else torch.tensor([3, 0, 2])
            torch.manual_seed(12)
            outputs = [made(images, labels) for _ in range(3)]
            fixtures.case(
                case,
                kind="mix",
                transform=name,
                options={camel(key): value for key, value in options.items()},
                text=repr(made),
                images=images,
                labels=labels if shares else labels.int(),
                mixed=[mixed.contiguous() for mixed, _ in outputs],
                shares=[mixed.contiguous() for _, mixed in outputs],
                nextRandom=torch.rand(1).item(),
            )


def write(fixtures):
    if torchvision.__version__.split("+")[0] != "0.29.2":
        raise SystemExit(f"transforms.py: the fixtures are those of torchvision 0.29.2, but this is {torchvision.__version__}")
    for name, arguments, options in calls + augmentations:
        is_augmentation = (name, arguments, options) in augmentations
        kinds = [(3, torch.uint8), (1, torch.uint8)] if is_augmentation else [(3, torch.uint8), (1, torch.float32)]
        if name == "ColorJitter" or "Grayscale" in name:
            kinds.append((3, torch.float32))
        for channels, dtype in kinds:
            if dtype == torch.uint8 and "random" in options.values():
                continue  # noise cast to bytes, which ours refuses
            given = {key: InterpolationMode(value) if key == "interpolation" else value for key, value in options.items()}
            made = getattr(transforms, name)(*arguments, **given)
            words = ", ".join([*map(str, arguments), *(f"{key}={value}" for key, value in options.items())])
            case = f"{name}({words}) of {channels}{' in floats' if (channels, dtype) == (3, torch.float32) else ''}"
            torch.manual_seed(fixtures.seed_of(case) % 2**31)
            sides = (25, 24) if is_augmentation else (6, 7)  # fewer than 255 pixels are not equalized
            image = torch.randint(0, 256, (channels, *sides), dtype=torch.uint8) if dtype == torch.uint8 else torch.rand(channels, *sides)
            if is_augmentation:
                image = image // 2 + torch.arange(24, dtype=torch.uint8)
            torch.manual_seed(12)
            outputs = [made(image).contiguous() for _ in range(12 if is_augmentation else 3)]
            fixtures.case(
                case,
                kind="transform",
                transform=name,
                arguments=[getattr(argument, "value", argument) for argument in arguments],
                options={camel(key): value for key, value in options.items()},
                text=repr(made),
                seed=12,
                image=image,
                outputs=outputs,
                nextRandom=torch.rand(1).item(),
            )
    grids = [
        ((5, 3, 4, 3), {}),
        ((5, 1, 4, 3), {"nrow": 2}),
        ((1, 1, 4, 3), {}),
        ((3, 4, 3), {}),
        ((4, 3), {"normalize": True}),
        ((9, 3, 2, 2), {"nrow": 4, "padding": 0}),
        ((6, 3, 2, 2), {"nrow": 3, "normalize": True, "pad_value": 0.5}),
        ((6, 3, 2, 2), {"normalize": True, "scale_each": True}),
        ((6, 3, 2, 2), {"normalize": True, "value_range": (-0.5, 0.5)}),
    ]
    for shape, options in grids:
        case = f"grid {shape} {options}"
        torch.manual_seed(fixtures.seed_of(case) % 2**31)
        images = torch.randn(shape)
        output = torchvision.utils.make_grid(images, **options)
        fixtures.case(case, kind="grid", options={camel(key): value for key, value in options.items()}, images=images, output=output)
    write_fake(fixtures)
    write_adjustments(fixtures)
    write_mixes(fixtures)
