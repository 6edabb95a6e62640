// Linear regression on 284 examples of 10 features, full batch, with Nadam as PyTorch has it, as a loop
// over eight explicit lanes. Prints seconds per update of nine batches of about 100 ms.

#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

typedef double Lanes __attribute__((vector_size(64)));

constexpr int count = 284, features = 10, blocks = (count + 7) / 8;

static Lanes x[blocks][features], y[blocks], live[blocks];
static double theta[features + 1], m[features + 1], v[features + 1], product = 1;
static long t = 0;

static double sum(Lanes l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}

static double update() {
  Lanes squares = {}, all = {}, sums[features] = {};
  for (int i = 0; i < blocks; i++) {
    Lanes r = theta[features] - y[i];
    for (int j = 0; j < features; j++) r += x[i][j] * theta[j];
    r *= live[i];
    squares += r * r;
    all += r;
    for (int j = 0; j < features; j++) sums[j] += x[i][j] * r;
  }
  const double rate = 1e-4, beta1 = 0.9, beta2 = 0.999;
  t++;
  const double mu = beta1 * (1 - 0.5 * std::pow(0.96, t * 4e-3));
  const double next = beta1 * (1 - 0.5 * std::pow(0.96, (t + 1) * 4e-3));
  product *= mu;
  const double a = rate * (1 - mu) / (1 - product), b = rate * next / (1 - product * next);
  const double root = 1 / std::sqrt(1 - std::pow(beta2, t));
  for (int j = 0; j <= features; j++) {
    const double g = 2.0 / count * sum(j < features ? sums[j] : all);
    m[j] = beta1 * m[j] + (1 - beta1) * g;
    v[j] = beta2 * v[j] + (1 - beta2) * g * g;
    theta[j] -= (a * g + b * m[j]) / (std::sqrt(v[j]) * root + 1e-8);
  }
  return sum(squares) / count;
}

int main() {
  unsigned state = 7;
  auto number = [&] {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) / 8388608.0 - 1;
  };
  for (int i = 0; i < count; i++) {
    for (int j = 0; j < features; j++) x[i / 8][j][i % 8] = number();
    y[i / 8][i % 8] = number();
    live[i / 8][i % 8] = 1;
  }
  volatile double loss;
  auto batch = [&](long steps) {
    auto start = std::chrono::steady_clock::now();
    for (long i = 0; i < steps; i++) loss = update();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  batch(100);
  const long steps = 0.1 / (batch(1000) / 1000);
  for (int i = 0; i < 9; i++) std::printf("%.17g ", batch(steps) / steps);
  std::printf("\n");
}
