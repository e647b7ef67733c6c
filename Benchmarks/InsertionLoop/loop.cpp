// The insertion loop of `InsertionSearch.eachPlace` as C++ has it, over the arrays that `reable bench-loop --arrays` writes.
//
//   loop ARRAYS PASSES
//
// Prints what `reable bench-loop` prints: places looked at, a sum over what was found, nanoseconds.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

struct Task { int32_t call, demand, length, node, carriesTiming; };
struct Piece { int32_t from, until, quietUntil, firstTerm, termCount, base, lateAfter; };
struct Shift {
  int32_t worker, mode, earliest, latest, contractedEnd, startNode, endNode, firstBreak, breakCount, share, contactSoFar,
      departed;
};

struct Day {
  std::map<std::string, std::vector<int32_t>> arrays;
  int32_t nodeCount, grain;
  int32_t taskCount;
  const Task *tasks;
  const Piece *pieces;
  const Shift *shifts;
  const int32_t *firstPieces, *firstShiftOfTask, *shiftsOfTasks, *lengths, *seconds, *pence;
  // Rows of `stride`, as the search state has them.
  int32_t stride;
  std::vector<int32_t> rows, earliestEnds, latestStarts;
  int64_t placesTried = 0;

  explicit Day(const char *path) {
    std::ifstream file(path);
    std::string name;
    size_t count;
    while (file >> name >> count) {
      auto &values = arrays[name];
      values.resize(count);
      for (auto &value : values) file >> value;
    }
    nodeCount = arrays.at("sizes").at(0);
    grain = arrays.at("sizes").at(1);
    tasks = reinterpret_cast<const Task *>(arrays.at("tasks").data());
    taskCount = int32_t(arrays.at("firstPieces").size());
    pieces = reinterpret_cast<const Piece *>(arrays.at("pieces").data());
    shifts = reinterpret_cast<const Shift *>(arrays.at("shifts").data());
    firstPieces = arrays.at("firstPieces").data();
    firstShiftOfTask = arrays.at("firstShiftOfTask").data();
    shiftsOfTasks = arrays.at("shiftsOfTasks").data();
    lengths = arrays.at("lengths").data();
    seconds = arrays.at("seconds").data();
    pence = arrays.at("pence").data();
    stride = 1;
    for (int32_t length : arrays.at("lengths")) stride = length + 2 > stride ? length + 2 : stride;
    size_t shiftCount = arrays.at("lengths").size();
    for (auto *cells : {&rows, &earliestEnds, &latestStarts}) cells->resize(shiftCount * size_t(stride));
    size_t cell = 0;
    for (size_t shift = 0; shift < shiftCount; shift++) {
      for (int32_t place = 0; place < lengths[shift]; place++, cell++) {
        size_t index = shift * size_t(stride) + size_t(place);
        rows[index] = arrays.at("rows").at(cell);
        earliestEnds[index] = arrays.at("earliestEnds").at(cell);
        latestStarts[index] = arrays.at("latestStarts").at(cell);
      }
    }
  }

  int32_t onGrain(int32_t time) const {
    return time > 0 ? (time + grain - 1) / grain * grain : time / grain * grain;
  }

  int32_t nodeAfter(int32_t shift, int32_t place) const {
    const int32_t *row = rows.data() + size_t(shift) * size_t(stride);
    for (; place >= 0; place--) {
      int32_t node = tasks[row[place]].node;
      if (node >= 0) return node;
    }
    return shifts[shift].startNode;
  }

  template <typename Body>
  inline __attribute__((always_inline)) void eachPlace(
      int32_t task, int32_t pieceIndex, int32_t shiftIndex, int64_t &mostDetour, Body body) {
    if (mostDetour <= 0) return;
    const Task stop = tasks[task];
    const Piece piece = pieces[pieceIndex];
    const Shift shift = shifts[shiftIndex];
    const int32_t count = lengths[shiftIndex];
    const size_t offset = size_t(shiftIndex) * size_t(stride);
    const int32_t *row = rows.data() + offset, *ends = earliestEnds.data() + offset, *starts = latestStarts.data() + offset;
    const int64_t mode = int64_t(shift.mode) * nodeCount;
    const int64_t wayOutRow = (mode + stop.node) * nodeCount;
    const int32_t from = piece.from, until = piece.until;
    int32_t place = 0;
    while (place < count && starts[place] < from + stop.length) place++;
    placesTried += count + 1;
    int32_t node = nodeAfter(shiftIndex, place - 1);
    for (; place <= count; place++) {
      const int32_t here = node;
      const int32_t follower = place < count ? tasks[row[place]].node : shift.endNode;
      if (place < count && follower >= 0) node = follower;
      const int32_t ready = place == 0 ? shift.earliest : ends[place - 1];
      if (ready > until) return;
      const int64_t wayIn = stop.node < 0 ? -1 : (mode + here) * nodeCount + stop.node;
      const int32_t arrival = wayIn < 0 ? ready : ready + seconds[wayIn];
      const int32_t earliest = arrival <= from ? from : onGrain(arrival);
      if (earliest > until) return;
      int32_t latest = until;
      int64_t detour = 0;
      if (place < count || follower >= 0) {
        int32_t wayOut = 0;
        if (follower >= 0 && stop.node >= 0) {
          const int64_t out = wayOutRow + follower;
          wayOut = seconds[out];
          detour = int64_t(pence[wayIn]) + pence[out];
          if (count > 0 || shift.departed != std::numeric_limits<int32_t>::min())
            detour -= pence[(mode + here) * nodeCount + follower];
        }
        const int32_t limit = place < count ? starts[place] : shift.latest;
        latest = std::min(latest, limit - wayOut - stop.length);
      } else {
        if (wayIn >= 0) detour = pence[wayIn];
        latest = std::min(latest, shift.latest - stop.length);
      }
      if (earliest > latest || detour >= mostDetour) continue;
      body(place, detour);
    }
  }

  int64_t leastDetours() {
    int64_t sum = 0;
    for (int32_t task = 0; task < taskCount; task++) {
      if (firstPieces[task] < 0) continue;
      for (int32_t number = firstShiftOfTask[task]; number < firstShiftOfTask[task + 1]; number++) {
        int64_t least = std::numeric_limits<int64_t>::max();
        int32_t best = -1;
        eachPlace(task, firstPieces[task], shiftsOfTasks[number], least, [&](int32_t place, int64_t detour) {
          best = place;
          least = detour;
        });
        if (best >= 0) sum = int64_t(uint64_t(sum) + uint64_t(least) * uint64_t(best + 1));
      }
    }
    return sum;
  }
};

int main(int count, char **arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: loop ARRAYS PASSES\n");
    return 64;
  }
  Day day(arguments[1]);
  const int passes = std::atoi(arguments[2]);
  uint64_t sum = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int pass = 0; pass < passes; pass++) sum += uint64_t(day.leastDetours());
  const auto elapsed = std::chrono::steady_clock::now() - begin;
  std::printf("%lld %lld %lld\n", (long long)day.placesTried, (long long)int64_t(sum),
              (long long)std::chrono::duration_cast<std::chrono::nanoseconds>(elapsed).count());
  return 0;
}
