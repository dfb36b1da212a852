package io.vigil.agent.sensing;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which of the moments to keep so that time only goes forward and as few as possible are lost. One clock that jumped ahead
 * must not cost all that follows, so this is a longest rising run through the moments, not a comparison with the last; where
 * two runs are equally long, what came first stays.
 */
final class TimeOrder {

    private TimeOrder() {}

    static BitSet kept(long[] moments) {
        // rank[i]: how long the longest rising run is that ends with i
        var rank = new int[moments.length];
        var least = new long[moments.length];
        var longest = 0;
        for (var i = 0; i < moments.length; i++) {
            var found = Arrays.binarySearch(least, 0, longest, moments[i]);
            rank[i] = found < 0 ? -found - 1 : found;
            least[rank[i]] = moments[i];
            longest = Math.max(longest, rank[i] + 1);
        }

        var from = new int[longest + 1];
        for (var each : rank) {
            from[each + 1]++;
        }
        Arrays.parallelPrefix(from, Integer::sum);
        var next = from.clone();
        var byRank = new int[moments.length];
        for (var i = 0; i < moments.length; i++) {
            byRank[next[rank[i]]++] = i;
        }

        var kept = new BitSet(moments.length);
        var before = Long.MAX_VALUE;
        for (var level = longest - 1; level >= 0; level--) {
            var chosen = byRank[firstBefore(before, moments, byRank, from[level], from[level + 1])];
            kept.set(chosen);
            before = moments[chosen];
        }
        return kept;
    }

    /** Within a rank, later rows never tell a later moment: the first that fits is found by halving. */
    private static int firstBefore(long limit, long[] moments, int[] byRank, int from, int to) {
        var low = from;
        var high = to - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (moments[byRank[middle]] < limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
