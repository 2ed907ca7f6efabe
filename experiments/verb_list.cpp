// The verbs of the program as --help tells of them.
#include "experiments/exit_codes.hpp"
#include "experiments/options.hpp"

namespace experiments {

const std::vector<VerbInfo>& verbs() {
  static const std::vector<VerbInfo> list{
      {"run",
       "SCENARIO",
       {"out", "set", "table", "months", "scale", "seed", "threads", "checkpoint-every", "keep", "compress", "quiet",
        "ranks"},
       "Simulates a scenario and writes a run folder. SCENARIO is a file, or the name of a bundled\n"
       "scenario (`qonys list`). --out is required. While it runs it shows the month, the share done, the\n"
       "speed in million citizen-months per second (Mcm/s) and the time left. Ctrl-C, SIGTERM and SIGUSR1 end\n"
       "it in good order, and `qonys resume` goes on; a run that was killed goes on from its last checkpoint.",
       "qonys run kazakhstan --scale 1:20 --months 24 --out runs/first",
       "two years of Kazakhstan, one agent for twenty people"},
      {"resume",
       "RUN",
       {"months", "threads", "checkpoint-every", "keep", "compress", "from-start", "quiet", "ranks"},
       "Goes on with a run that was stopped or killed, in its folder, from its newest whole checkpoint. All files but\n"
       "clock times come out as if it had never ended. With --months, a run goes on beyond its end.",
       "qonys resume runs/first",
       "to the end that was asked for, after a crash or Ctrl-C"},
      {"branch",
       "RUN",
       {"at", "set", "policy", "months", "seed", "out", "threads", "checkpoint-every", "keep", "compress", "quiet", "ranks"},
       "Begins a new run with the past of another one. Both share every month up to --at; from then on the new one\n"
       "has the changed settings and the added policies. --at and --out are required. With nothing changed the two\n"
       "are equal. What a world is built with (country, start, scale, synthesis) cannot be changed.",
       "qonys branch runs/baseline --at 2026-12 --policy karaganda --out runs/karaganda-from-2027",
       "the same country until 2026, then with a package"},
      {"inspect",
       "CHECKPOINT",
       {"threads"},
       "Says what a checkpoint holds and verifies every checksum. Also who lives where in it. CHECKPOINT is a\n"
       "file, or a run folder for its newest one.",
       "qonys inspect runs/first/checkpoints/2024-12.qonys",
       "is it whole, and of which month?"},
      {"list", "", {}, "Lists the bundled scenarios.", "qonys list", "what there is to run"},
      {"check",
       "SCENARIO",
       {"resolved", "set", "table", "months", "scale", "seed", "threads"},
       "Says whether a scenario and its tables are sound. Also what it would simulate, and about how much\n"
       "time and memory that would take. Nothing is simulated and nothing written.",
       "qonys check kazakhstan --resolved",
       "every value of the baseline, and where it comes from"},
      {"schedule", "", {}, "Prints what happens in a month, in order. Also what each phase reads and writes.",
       "qonys schedule", "the order of a month"},
      {"parameters", "", {"markdown"},
       "Prints every parameter a scenario can set: default, unit, range, source, meaning.",
       "qonys parameters --markdown > docs/parameters.md", "writes the reference page"},
      {"levers", "", {"markdown"},
       "Prints every lever a scenario can pull: what it does, costs and moves first, its fields and defaults.",
       "qonys levers", "what a policy can be made of"},
      {"columns", "", {"markdown"}, "Prints every column of every file of a run folder: unit and meaning.",
       "qonys columns", "what the columns of panel.csv mean"},
      {"compare",
       "A B",
       {"seeds", "out", "set", "table", "months", "scale", "seed", "threads", "relieve", "lang", "quiet", "ranks"},
       "Compares scenario B with scenario A over pairs of runs that share their luck. A and B are files or\n"
       "bundled names; other options hold for both. It prints who gains and who loses people, wages and\n"
       "jobs, how much the capital is relieved and at what price, with 90 % intervals from two seeds on.\n"
       "With --out it writes compare.md in three languages, compare.csv and pairs.csv into a new folder.",
       "qonys compare baseline karaganda --seeds 5 --out runs/karaganda-5",
       "what a package changes, for whom, how sure"},
      {"diff",
       "RUN_A RUN_B",
       {},
       "Compares two run folders: the first month, then the first column of the state, then the first\n"
       "cell of the panel in which they differ, and the settings that differ.",
       "qonys diff runs/baseline runs/reform",
       "where a reform first shows"},
      {"rerun",
       "RUN",
       {"out", "threads", "checkpoint-every", "keep", "compress", "quiet", "ranks"},
       "Repeats a run from its own folder. Uses nothing else, and says whether the states of all months are\n"
       "equal. Without --out, the new folder is RUN-rerun.",
       "qonys rerun runs/baseline --out runs/baseline-again",
       "does it come out the same on this machine?"},
      {"why",
       "RUN",
       {"region", "from", "to", "lang"},
       "Tells why people moved away from a region. One page from causes.csv of a run folder: three sentences,\n"
       "the numbers behind them, and one counter-argument. --region is required.",
       "qonys why runs/baseline --region KZ-61 --lang kk",
       "why people leave Turkistan Region, in Kazakh"},
      {"causes",
       "RUN",
       {"region", "out", "lang", "threads"},
       "Deals the flows of migration out to their causes. Reads the newest checkpoint of a run: flows expected\n"
       "next, flows if no region differed from the national mean, and what each cause makes of the difference\n"
       "(Aumann and Shapley; it adds up). With --region, who leaves and who comes. With --out, every pair of\n"
       "regions as attribution.csv. The three questions why, causes and compare answer must not be mixed.",
       "qonys causes runs/baseline --region KZ-71",
       "what Astana owes to wages, rents, services and what is not explained"},
      {"story",
       "RUN",
       {"serial", "pick", "since", "lang", "threads", "quiet"},
       "Retells the life of one citizen of a run, who is nobody real. The run is played again from its folder;\n"
       "one page tells what happened to the household, when it considered moving, what it weighed, which\n"
       "causes were pivotal and what would have kept it. --serial or --pick is required; --pick takes one\n"
       "of the moves that match, always the same one, and plays the run twice. With --since, it begins with the\n"
       "newest checkpoint before that month: sooner told, and nothing of what was before.",
       "qonys story runs/baseline --pick origin=KZ-61,destination=KZ-71,cause=wage",
       "a household that moved from Turkistan Region to Astana, and would not have but for wages"},
      {"figure",
       "[RUN]",
       {"compare", "ensemble", "view", "at", "count", "over", "streams", "adaptive", "dots", "lang", "theme", "style", "size",
        "width-mm", "dpi", "from", "to", "fps", "seconds", "out", "quiet"},
       "Draws a run, the difference of two, or a set of runs, and needs no display. --out names the file; its ending\n"
       "says what it is: .png, .svg or .pdf; or a film, .mp4, from --from to --to. The numbers drawn are written\n"
       "beside it as NAME.data.csv. --at is the last month if left out. The same command gives the same bytes.",
       "qonys figure runs/baseline --view flows --at 2030-06 --lang kk --theme dark --out flows.png",
       "who moved where in the year to June 2030, in Kazakh, for a dark screen"},
      {"view",
       "[WHAT]",
       {},
       "Shows a run, a scenario or a checkpoint in a window. A scenario is simulated while it is watched. Starts the\n"
       "program qonys-view with the words that follow; `qonys-view --help` lists its options. It needs a display.",
       "qonys view runs/baseline --lang kk",
       "the months of a run as a moving map"},
      {"calibrate",
       "SCENARIO",
       {"out", "rounds", "hold", "set", "table", "scale", "seed", "threads", "quiet"},
       "Fits the migration choice to the flows of the base year. Weights of distance, home and kin, hub\n"
       "shifts, the moving cost and shrunk place constants. The folder gets calibration.csv, for the\n"
       "country's folder of tables, and calibration.md, which tells how well and how. --out is required.",
       "qonys calibrate kazakhstan --scale 1:20 --out runs/calibration",
       "Kazakhstan, from a twentieth of it; a few minutes"},
  };
  return list;
}

std::string help_text() {
  constexpr std::size_t verb_width = 28;
  std::string text =
      "Qonys moves the people of a country between its regions, month by month.\n\n"
      "  qonys VERB ...\n\n";
  for (const VerbInfo& verb : verbs()) {
    std::string usage = "  " + std::string(verb.name) + " " + std::string(verb.places);
    usage.resize(verb_width, ' ');
    const std::string_view first_sentence = verb.sentence.substr(0, verb.sentence.find_first_of(".:") + 1);
    text += usage;
    for (const char letter : first_sentence.substr(0, first_sentence.size() - 1)) text += letter == '\n' ? ' ' : letter;
    text += '\n';
  }
  text +=
      "\n  qonys VERB --help           more on one verb, with an example\n"
      "  qonys --version             version, sources, compiler, flags\n"
      "\nExit codes:\n";
  for (const ExitCodeInfo& info : exit_codes) {
    std::string code = "  " + std::to_string(static_cast<int>(info.code));
    code.resize(7, ' ');
    text += code + info.sentence + "\n";
  }
  return text + "\nFirst look: qonys run kazakhstan --scale 1:20 --months 24 --out runs/first\n";
}

}  // namespace experiments
