package noroshi.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The shortest way from one sequence to another (Myers 1986), within a budget of steps. */
final class Edits {
    /** Memory and time grow with the square of the distance; beyond this the middle is simply exchanged. */
    private static final int FARTHEST = 700;

    private Edits() {}

    /** A stretch of both sequences: the same in both, or one replaced by the other. */
    record Edit(boolean kept, int oldStart, int oldEnd, int newStart, int newEnd) {}

    static <T> List<Edit> between(List<T> old, List<T> young) {
        var shorter = Math.min(old.size(), young.size());
        var head = 0;
        while (head < shorter && old.get(head).equals(young.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
            tail++;
        }
        var matches = matches(old.subList(head, old.size() - tail), young.subList(head, young.size() - tail));
        return stretches(old.size(), young.size(), head, tail, matches);
    }

    /** Pairs of equal places between head and tail, in order. */
    private static <T> List<int[]> matches(List<T> old, List<T> young) {
        var n = old.size();
        var m = young.size();
        var farthest = Math.min(n + m, FARTHEST);
        var trace = new ArrayList<int[]>();
        var reach = new int[2 * farthest + 3];
        var zero = farthest + 1;
        for (var d = 0; d <= farthest; d++) {
            for (var k = -d; k <= d; k += 2) {
                var down = k == -d || k != d && reach[zero + k - 1] < reach[zero + k + 1];
                var x = down ? reach[zero + k + 1] : reach[zero + k - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && old.get(x).equals(young.get(x - k))) {
                    x++;
                }
                reach[zero + k] = x;
                if (x >= n && x - k >= m) {
                    return walkBack(trace, n, m);
                }
            }
            trace.add(Arrays.copyOfRange(reach, zero - d - 1, zero + d + 2));
        }
        return List.of();
    }

    /** Each entry of the trace holds how far the diagonals -d-1 … d+1 reached after d steps. */
    private static List<int[]> walkBack(List<int[]> trace, int n, int m) {
        var matches = new ArrayList<int[]>();
        var x = n;
        var y = m;
        for (var d = trace.size(); d > 0; d--) {
            var reach = trace.get(d - 1);
            var k = x - y;
            var down = k == -d || k != d && reach[k - 1 + d] < reach[k + 1 + d];
            var fromK = down ? k + 1 : k - 1;
            var fromX = reach[fromK + d];
            var startX = down ? fromX : fromX + 1;
            while (x > startX) {
                matches.add(new int[] {--x, --y});
            }
            x = fromX;
            y = fromX - fromK;
        }
        while (x > 0) {
            matches.add(new int[] {--x, --y});
        }
        Collections.reverse(matches);
        return matches;
    }

    private static List<Edit> stretches(int oldSize, int newSize, int head, int tail, List<int[]> matches) {
        var edits = new ArrayList<Edit>();
        add(edits, true, 0, head, 0, head);
        var x = head;
        var y = head;
        for (var i = 0; i < matches.size(); ) {
            var run = run(matches, i);
            var keptX = head + matches.get(i)[0];
            var keptY = head + matches.get(i)[1];
            add(edits, false, x, keptX, y, keptY);
            add(edits, true, keptX, keptX + run, keptY, keptY + run);
            x = keptX + run;
            y = keptY + run;
            i += run;
        }
        add(edits, false, x, oldSize - tail, y, newSize - tail);
        add(edits, true, oldSize - tail, oldSize, newSize - tail, newSize);
        return edits;
    }

    /** How many matches follow each other without a gap on either side. */
    private static int run(List<int[]> matches, int from) {
        var run = 1;
        while (from + run < matches.size()
                && matches.get(from + run)[0] == matches.get(from)[0] + run
                && matches.get(from + run)[1] == matches.get(from)[1] + run) {
            run++;
        }
        return run;
    }

    private static void add(List<Edit> edits, boolean kept, int oldStart, int oldEnd, int newStart, int newEnd) {
        if (oldEnd > oldStart || newEnd > newStart) {
            edits.add(new Edit(kept, oldStart, oldEnd, newStart, newEnd));
        }
    }
}
