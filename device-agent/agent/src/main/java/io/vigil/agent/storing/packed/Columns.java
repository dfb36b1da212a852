package io.vigil.agent.storing.packed;

import java.io.ByteArrayOutputStream;

/** Numbers as bytes: small ones, of either sign, take one. Seven bits a byte, the low ones first; the sign is bit 0. */
final class Columns {

    private Columns() {}

    /** Writes. */
    static final class Writing {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

        void number(long value) {
            var zigzag = (value << 1) ^ (value >> 63);
            while ((zigzag & ~0x7FL) != 0) {
                bytes.write((int) (zigzag & 0x7F) | 0x80);
                zigzag >>>= 7;
            }
            bytes.write((int) zigzag);
        }

        void raw(byte[] more) {
            bytes.writeBytes(more);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads what {@link Writing} wrote. */
    static final class Reading {

        private final byte[] bytes;
        private int position;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long zigzag = 0;
            for (var shift = 0; shift < Long.SIZE; shift += 7) {
                if (position == bytes.length) {
                    throw new IllegalArgumentException("A block of readings ends too soon");
                }
                var next = bytes[position++];
                zigzag |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (zigzag >>> 1) ^ -(zigzag & 1);
                }
            }
            throw new IllegalArgumentException("A block of readings holds a number that never ends");
        }

        int small() {
            return Math.toIntExact(number());
        }

        int position() {
            return position;
        }
    }
}
