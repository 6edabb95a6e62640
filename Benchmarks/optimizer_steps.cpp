// The step of Adam and of Nadam as one would write it in C++; `optimizer_steps COUNT RULE`.
// Prints the rule's name, then seconds per step of nine batches of about 30 ms.

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using Vector = std::vector<double>;

static void adam(Vector &theta, Vector &m, Vector &v, const Vector &g, double rate, double beta1,
                 double beta2, double epsilon, long t) {
  const double c1 = rate / (1 - std::pow(beta1, t));
  const double c2 = 1 / std::sqrt(1 - std::pow(beta2, t));
  double *__restrict x = theta.data(), *__restrict a = m.data(), *__restrict b = v.data();
  const double *__restrict d = g.data();
  const std::size_t n = theta.size();
  for (std::size_t i = 0; i < n; i++) {
    a[i] = beta1 * a[i] + (1 - beta1) * d[i];
    b[i] = beta2 * b[i] + (1 - beta2) * d[i] * d[i];
    x[i] -= c1 * a[i] / (std::sqrt(b[i]) * c2 + epsilon);
  }
}

static void nadam(Vector &theta, Vector &m, Vector &v, const Vector &g, double rate, double beta1,
                  double beta2, double epsilon, long t) {
  static double product = 1;
  const double mu = beta1 * (1 - 0.5 * std::pow(0.96, t * 0.004));
  const double next = beta1 * (1 - 0.5 * std::pow(0.96, (t + 1) * 0.004));
  product *= mu;
  const double cg = rate * (1 - mu) / (1 - product), cm = rate * next / (1 - product * next);
  const double c2 = 1 / std::sqrt(1 - std::pow(beta2, t));
  double *__restrict x = theta.data(), *__restrict a = m.data(), *__restrict b = v.data();
  const double *__restrict d = g.data();
  const std::size_t n = theta.size();
  for (std::size_t i = 0; i < n; i++) {
    a[i] = beta1 * a[i] + (1 - beta1) * d[i];
    b[i] = beta2 * b[i] + (1 - beta2) * d[i] * d[i];
    x[i] -= (cg * d[i] + cm * a[i]) / (std::sqrt(b[i]) * c2 + epsilon);
  }
}

template <typename Step> static void measure(const char *name, std::size_t n, Step step) {
  Vector theta(n), m(n), v(n), g(n);
  for (std::size_t i = 0; i < n; i++) {
    theta[i] = double(i % 17) * 0.1 - 0.8;
    g[i] = double((i * 7919) % 1009) * 1e-3 - 0.5;
  }
  long t = 0;
  auto batch = [&](long steps) {
    const auto start = std::chrono::steady_clock::now();
    for (long s = 0; s < steps; s++) step(theta, m, v, g, 1e-3, 0.9, 0.999, 1e-8, ++t);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  long steps = long(0.03 / (batch(3) / 3));
  if (steps < 1) steps = 1;
  std::printf("%s", name);
  for (int sample = 0; sample < 9; sample++) std::printf(" %.9g", batch(steps) / steps);
  std::printf("\n");
}

int main(int count, char **arguments) {
  const std::size_t n = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 10000;
  if (count > 2 && std::strcmp(arguments[2], "nadam") == 0) measure("nadam", n, nadam);
  else measure("adam", n, adam);
}
