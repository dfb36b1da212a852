package io.vigil.agent.storing.packed;

/** Which ticks of one stream a block holds, so that a reading that comes again is looked for in few blocks. */
public record TicksSpan(int stream, long first, long last) {

    public boolean contains(long ticks) {
        return first <= ticks && ticks <= last;
    }

    TicksSpan with(long ticks) {
        return new TicksSpan(stream, Math.min(first, ticks), Math.max(last, ticks));
    }
}
