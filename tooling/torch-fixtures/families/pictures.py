"""Files of pictures, and what PIL makes of them, which torchvision's ImageFolder reads by: to RGB, and to grey.

Case: {file (bytes), rgb, grey}, both in planes. Pillow 13.0.0 with libjpeg-turbo; torchvision's decode_image gives the same RGB for JPEGs, which is
checked here.
"""

import io

import numpy
import torch
from PIL import Image
from torchvision.io import ImageReadMode, decode_image

seed = 1904
size = (23, 31)


def photograph(generator):
    y, x = numpy.mgrid[0 : size[0], 0 : size[1]]
    waves = [127 + 100 * numpy.sin(x / 5 + y / 9), 127 + 90 * numpy.cos(x / 13 - y / 4), 127 + 80 * numpy.sin(x * y / 90)]
    return (numpy.stack(waves, -1) + generator.normal(0, 12, (*size, 3))).clip(0, 255).astype(numpy.uint8)


def edges():
    image = numpy.zeros((*size, 3), numpy.uint8)
    image[:, :11] = [255, 0, 0]
    image[:, 11:20] = [0, 0, 255]
    image[7:15] = [20, 220, 60]
    return image


def bytes_of(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def planes(image):
    array = torch.from_numpy(numpy.array(image))
    return (array.unsqueeze(0) if array.ndim == 2 else array.permute(2, 0, 1)).contiguous()


def write(fixtures):
    generator = numpy.random.default_rng(seed)
    photo, hard = photograph(generator), edges()
    files = {}
    for name, array in [("photograph", photo), ("edges", hard)]:
        for subsampling in (0, 1, 2):
            for progressive in (False, True):
                kind = f"{name}, {['4:4:4', '4:2:2', '4:2:0'][subsampling]}{', progressive' if progressive else ''}"
                files[f"JPEG of a {kind}"] = bytes_of(
                    Image.fromarray(array), "JPEG", quality=80, subsampling=subsampling, progressive=progressive
                )
    files["JPEG of grey"] = bytes_of(Image.fromarray(photo[..., 0]), "JPEG", quality=90)
    exif = Image.Exif()
    exif[0x0112] = 6
    files["JPEG that says it lies on its side"] = bytes_of(Image.fromarray(photo), "JPEG", quality=90, exif=exif)
    files["JPEG with restarts"] = bytes_of(Image.fromarray(photo), "JPEG", quality=70, restart_marker_blocks=2)
    files["PNG of colours"] = bytes_of(Image.fromarray(photo), "PNG")
    files["PNG of grey"] = bytes_of(Image.fromarray(photo[..., 1]), "PNG")
    alpha = numpy.dstack([photo, photo[..., 0]])
    files["PNG with alpha"] = bytes_of(Image.fromarray(alpha), "PNG")
    files["PNG of grey with alpha"] = bytes_of(Image.fromarray(alpha[..., 2:]), "PNG")
    files["PNG of 1 bit"] = bytes_of(Image.fromarray(photo[..., 0]).convert("1"), "PNG")
    files["PNG with a palette"] = bytes_of(Image.fromarray(photo).quantize(11), "PNG")
    files["PNG with a palette of 200"] = bytes_of(Image.fromarray(photo).quantize(200), "PNG")
    transparent = Image.fromarray(hard).quantize(4)
    files["PNG with a palette and transparency"] = bytes_of(transparent, "PNG", transparency=1)
    for name, file in files.items():
        image = Image.open(io.BytesIO(file))
        rgb = planes(image.convert("RGB"))
        data = torch.frombuffer(bytearray(file), dtype=torch.uint8)
        if name.startswith("JPEG"):
            assert torch.equal(decode_image(data, ImageReadMode.RGB), rgb), name
        fixtures.case(name, file=data, rgb=rgb, grey=planes(image.convert("RGB").convert("L")))
