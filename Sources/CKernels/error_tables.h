// Printed by Tests/KernelsTests/References/tables.py.

/// (tanh x - x) / x³ as a polynomial in x² for |x| below 1/4, lowest power first.
static const double tangentSeries[8] = {
    -0x1.5555555555555p-2, 0x1.11111111110a0p-3, -0x1.ba1ba1b9f660bp-5, 0x1.664f485d6d4d4p-6,
    -0x1.226e22fa6f453p-7, 0x1.d6c9f446c47cbp-9, -0x1.7c2ad98792f89p-10, 0x1.17cd5b9306c04p-11,
};

/// Where the parts of the error function begin, from the second part on.
static const double errorEdges[5] = {0.75, 1.5, 2.25, 3.25, 4.5};

/// The middles m of the parts; 0 for the first, which is a series around 0.
static const double errorMiddles[6] = {
    0.0, 0x1.2000000000000p0, 0x1.e000000000000p0, 0x1.6000000000000p1, 0x1.f000000000000p1,
    0x1.5000000000000p2,
};

/// erf m, and what that lacks.
static const double errorValues[6] = {
    0.0, 0x1.c6dad2829ec62p-1, 0x1.fbe61eef4cf6ap-1, 0x1.fff2cfb0453d9p-1, 0x1.fffffe92ced93p-1,
    0x1.ffffffffffc05p-1,
};
static const double errorRests[6] = {
    0.0, -0x1.ab76d4cba3d05p-57, 0x1.15ded88667618p-55, 0x1.9a913686042a3p-55,
    -0x1.d2db2ecfe14aep-55, 0x1.07ba96a6b2e1ap-55,
};

/// In the first part erf x / x - 1 as a polynomial in x²; in the others (erf(m + t) - erf m) / t as one
/// in t. A row for each power, lowest first, a column for each part.
static const double errorSeries[18][6] = {
    {0x1.06eba8214db69p-3, 0x1.45e99bcbb7915p-2, 0x1.12ceb37ff9bc3p-5, 0x1.3360ccd23db3bp-11,
     0x1.6ce1aa3fd872fp-22, 0x1.5422ef74e8266p-40},
    {-0x1.812746b0379e7p-2, -0x1.6ea6cf452e838p-2, -0x1.01a1c847fa207p-4, -0x1.a6a519a114d70p-10,
     -0x1.617a9cedd9059p-20, -0x1.be6dda2a69facp-38},
    {0x1.ce2f21a042bc6p-4, 0x1.4cb3cf0aa0b9cp-3, 0x1.143d1c6f4f093p-4, 0x1.69cf466ccdecap-9,
     0x1.b95fa39b154abp-19, 0x1.7f8a0d994c183p-36},
    {-0x1.b82ce31287ce6p-6, 0x1.ca5083167a245p-6, -0x1.5a316520b81b9p-5, -0x1.ab0c273ac261ap-9,
     -0x1.8e1fc415366f9p-18, -0x1.e4cb4af71741fp-35},
    {0x1.565bcd0e2c679p-8, -0x1.f65d15f1cfa4fp-5, 0x1.779b1e570435dp-7, 0x1.6935960668c89p-9,
     0x1.1371721a7381ep-17, 0x1.e044c77127c2ap-34},
    {-0x1.c02db3ec9fd99p-11, 0x1.fd1c6c11edbbep-7, 0x1.0d099c7b29cafp-8, -0x1.b2755bfd75349p-10,
     -0x1.2eb290b1d169ap-17, -0x1.83ea4b0ea55cdp-33},
    {0x1.f9a32306e0932p-14, 0x1.3acc78422979fp-7, -0x1.42fcbaa85a8fbp-8, 0x1.52b6263c8426fp-11,
     0x1.0d8c358aa413ep-17, 0x1.0658ff3f480e9p-32},
    {-0x1.f4d1d6286861cp-17, -0x1.8b43c43f2c339p-8, 0x1.76ff57db59e29p-10, -0x1.7557725eaff72p-14,
     -0x1.88856a261da97p-18, -0x1.2ec553b17b9c6p-32},
    {0x1.b9dae461077e7p-20, -0x1.79b04d8b34c27p-12, 0x1.7bda795c57b7bp-12, -0x1.2abb3b12b3372p-14,
     0x1.d25c533bb4ed6p-19, 0x1.2e3b969cf8374p-32},
    {-0x1.5ec0e0bec99f7p-23, 0x1.2e5276507f22dp-10, -0x1.991c20ab83247p-12, 0x1.cd59238e56564p-15,
     -0x1.bbbb8ab3419c7p-20, -0x1.07812fbb26e19p-32},
    {0x1.ef41d2b29a3a8p-27, -0x1.7319f654f762ap-13, 0x1.353eedf163e00p-14, -0x1.09d0ead76075bp-16,
     0x1.3fffd6b693d36p-21, 0x1.940456e6f6f38p-33},
    {-0x1.05364c48fa2d3p-30, -0x1.28de9a940f0f7p-13, 0x1.2e9cbd98e75b1p-15, -0x1.1f86a13e8cc9ep-20,
     -0x1.20d1e1430f663p-23, -0x1.11c8fd3622bcfp-33},
    {0.0, 0x1.9ed9912006ae9p-15, -0x1.5d084fa7a798fp-16, 0x1.68c7aecc51234p-19,
     -0x1.074dda50aafc3p-28, 0x1.4910b10e980eap-34},
    {0.0, 0x1.67ad2279fea90p-17, 0x1.b5ae3c12c8332p-21, -0x1.eb11d7bdba0fbp-21,
     0x1.557c774a2da7dp-26, -0x1.5bec69a2e945bp-35},
    {0.0, -0x1.02fe8a86db281p-17, 0x1.3e78b71ac6e69p-19, 0x1.9d53b771897abp-31,
     -0x1.54be9f7d3190bp-27, 0x1.3edd987fd08ccp-36},
    {0.0, -0x1.64ae541281e89p-23, -0x1.5cdc44c0f739bp-21, 0x1.c85cc0f3459abp-24,
     0x1.4f61c48ce625dp-29, -0x1.08027a1740c47p-37},
    {0.0, 0x1.bc2fb2b1b37f5p-21, -0x1.055a449f05ca7p-23, -0x1.06744613ff9b0p-25,
     0x1.4387d76ffa2d3p-33, 0x1.9ab59e8e3d597p-39},
    {0.0, -0x1.5efecd9a9c9bfp-24, 0x1.79cbc10165e9fp-24, -0x1.9b9ee37bc897cp-30,
     -0x1.258350bfd5cb0p-32, -0x1.99137809c6349p-41},
};
