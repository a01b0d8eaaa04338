// Deep convolutional generative adversarial network: pytorch/examples' dcgan/main.py, for images of 32 × 32 (a level less) of drawn
// shapes. Run by `pnpm script apps/examples/src/dcgan.ts`; with `--outf DIR` it writes pictures and weights there.

import { makeDirectory, saveImage } from "@bernoulli/data/node";
import { saveFile } from "@bernoulli/trainer/node";
import { cuda, type DeviceName, data, full, manualSeed, nn, optim, randn, type Tensor } from "bernoulli";
import { enumerate, isMain, parseArguments } from "./program.js";

/** custom weights initialization called on netG and netD */
function weightsInit(m: nn.Module) {
  const classname = m.constructor.name;
  if (classname.indexOf("Conv") !== -1) {
    nn.init.normal_((m as nn.Conv2d).weight, 0.0, 0.02);
  } else if (classname.indexOf("BatchNorm") !== -1) {
    nn.init.normal_((m as nn.BatchNorm2d).weight!, 1.0, 0.02);
    nn.init.zeros_((m as nn.BatchNorm2d).bias!);
  }
}

class Generator extends nn.Module {
  main: nn.Sequential;

  constructor(nz: number, ngf: number, nc: number) {
    super();
    this.main = new nn.Sequential(
      // input is Z, going into a convolution
      new nn.ConvTranspose2d(nz, ngf * 4, 4, 1, 0, { bias: false }),
      new nn.BatchNorm2d(ngf * 4),
      new nn.ReLU(true),
      // state size. (ngf*4) x 4 x 4
      new nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, { bias: false }),
      new nn.BatchNorm2d(ngf * 2),
      new nn.ReLU(true),
      // state size. (ngf*2) x 8 x 8
      new nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, { bias: false }),
      new nn.BatchNorm2d(ngf),
      new nn.ReLU(true),
      // state size. (ngf) x 16 x 16
      new nn.ConvTranspose2d(ngf, nc, 4, 2, 1, { bias: false }),
      new nn.Tanh(),
      // state size. (nc) x 32 x 32
    );
  }

  forward(input: Tensor): Tensor {
    return this.main(input);
  }
}

class Discriminator extends nn.Module {
  main: nn.Sequential;

  constructor(ndf: number, nc: number) {
    super();
    this.main = new nn.Sequential(
      // input is (nc) x 32 x 32
      new nn.Conv2d(nc, ndf, 4, 2, 1, { bias: false }),
      new nn.LeakyReLU(0.2, { inplace: true }),
      // state size. (ndf) x 16 x 16
      new nn.Conv2d(ndf, ndf * 2, 4, 2, 1, { bias: false }),
      new nn.BatchNorm2d(ndf * 2),
      new nn.LeakyReLU(0.2, { inplace: true }),
      // state size. (ndf*2) x 8 x 8
      new nn.Conv2d(ndf * 2, ndf * 4, 4, 2, 1, { bias: false }),
      new nn.BatchNorm2d(ndf * 4),
      new nn.LeakyReLU(0.2, { inplace: true }),
      // state size. (ndf*4) x 4 x 4
      new nn.Conv2d(ndf * 4, 1, 4, 1, 0, { bias: false }),
      new nn.Sigmoid(),
    );
  }

  forward(input: Tensor): Tensor {
    return this.main(input).view(-1, 1).squeeze(1);
  }
}

export const defaults = {
  batchSize: 64,
  nz: 100,
  ngf: 16,
  ndf: 16,
  niter: 3,
  lr: 0.0002,
  beta1: 0.5,
  manualSeed: 1,
  outf: "",
  samples: 1280,
};

/** Drawn shapes in [−1, 1]. */
function load(opt: typeof defaults) {
  const transform = new data.Compose([new data.ToTensor(), new data.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])]);
  return new data.SyntheticShapes({ length: opt.samples, transform });
}

export async function main(opt: typeof defaults, dataset: data.Dataset<readonly [Tensor, Tensor]> = load(opt)) {
  console.log("Random Seed: ", opt.manualSeed);
  manualSeed(opt.manualSeed);
  const device: DeviceName = cuda.isAvailable() ? "cuda" : "cpu";
  const nc = 3;
  const dataloader = new data.DataLoader(dataset, { batchSize: opt.batchSize, shuffle: true });
  if (opt.outf !== "") makeDirectory(opt.outf);

  const netG = new Generator(opt.nz, opt.ngf, nc).to(device);
  netG.apply(weightsInit);
  console.log(String(netG));

  const netD = new Discriminator(opt.ndf, nc).to(device);
  netD.apply(weightsInit);
  console.log(String(netD));

  const criterion = new nn.BCELoss();

  const fixedNoise = randn(opt.batchSize, opt.nz, 1, 1, { device });
  const realLabel = 1;
  const fakeLabel = 0;

  // setup optimizer
  const optimizerD = new optim.Adam(netD.parameters(), { lr: opt.lr, betas: [opt.beta1, 0.999] });
  const optimizerG = new optim.Adam(netG.parameters(), { lr: opt.lr, betas: [opt.beta1, 0.999] });

  for (let epoch = 0; epoch < opt.niter; epoch++) {
    for (const [i, data] of enumerate(dataloader)) {
      ////////////////////////////
      // (1) Update D network: maximize log(D(x)) + log(1 - D(G(z)))
      ////////////////////////////
      // train with real
      netD.zeroGrad();
      const realCpu = data[0].to(device);
      const batchSize = realCpu.size(0);
      const label = full([batchSize], realLabel, { dtype: realCpu.dtype, device });

      let output = netD(realCpu);
      const errDReal = criterion(output, label);
      errDReal.backward();
      const Dx = output.mean().item();

      // train with fake
      const noise = randn(batchSize, opt.nz, 1, 1, { device });
      const fake = netG(noise);
      label.fill_(fakeLabel);
      output = netD(fake.detach());
      const errDFake = criterion(output, label);
      errDFake.backward();
      const DGz1 = output.mean().item();
      const errD = errDReal.add(errDFake);
      optimizerD.step();

      ////////////////////////////
      // (2) Update G network: maximize log(D(G(z)))
      ////////////////////////////
      netG.zeroGrad();
      label.fill_(realLabel); // fake labels are real for generator cost
      output = netD(fake);
      const errG = criterion(output, label);
      errG.backward();
      const DGz2 = output.mean().item();
      optimizerG.step();

      console.log(
        `[${epoch}/${opt.niter}][${i}/${dataloader.length}] Loss_D: ${errD.item().toFixed(4)} Loss_G: ${errG.item().toFixed(4)} D(x): ${Dx.toFixed(4)} D(G(z)): ${DGz1.toFixed(4)} / ${DGz2.toFixed(4)}`,
      );
      if (i % 100 === 0 && opt.outf !== "") {
        saveImage(realCpu, `${opt.outf}/real_samples.png`, { normalize: true });
        const fake = netG(fixedNoise);
        saveImage(fake.detach(), `${opt.outf}/fake_samples_epoch_${epoch}.png`, { normalize: true });
      }
    }

    // do checkpointing
    if (opt.outf !== "") {
      await saveFile(netG.stateDict(), `${opt.outf}/netG_epoch_${epoch}.safetensors`);
      await saveFile(netD.stateDict(), `${opt.outf}/netD_epoch_${epoch}.safetensors`);
    }
  }
}

if (isMain("dcgan.ts")) await main(parseArguments(defaults));
