// The program qonys-figure: what `qonys figure` hands over to.
#include "experiments/guarded.hpp"
#include "experiments/options.hpp"
#include "experiments/pictures/figure.hpp"

int main(int argc, char** argv) {
  return static_cast<int>(experiments::guarded(
      [&] { return experiments::draw_figure(experiments::figure_request(experiments::parse_options(argc, argv))); }));
}
