package io.vigil.app.alarms;

import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's own sound device, by javax.sound.sampled. */
final class JavaSpeaker implements Speaker {

    private static final Logger LOG = LoggerFactory.getLogger(JavaSpeaker.class);
    private static final AudioFormat FORMAT = new AudioFormat(Tone.SAMPLES_A_SECOND, 16, 1, true, false);
    /** 25 ms: an answer is heard as silence at once. */
    private static final int CHUNK = Tone.SAMPLES_A_SECOND / 40;

    @Override
    public boolean isThere() {
        try (var line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // IllegalArgumentException is how it says that no device is there.
            LOG.debug("No sound device", e);
            return false;
        }
    }

    @Override
    public boolean play(short[] samples, BooleanSupplier wanted) {
        try (var line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT, CHUNK * 2 * 4);
            line.start();
            for (var from = 0; from < samples.length && wanted.getAsBoolean(); from += CHUNK) {
                if (!write(line, samples, from, Math.min(samples.length, from + CHUNK))) {
                    LOG.debug("The sound device stopped in the middle of a burst");
                    return false;
                }
            }
            if (wanted.getAsBoolean()) {
                line.drain();
            } else {
                line.stop();
                line.flush();
            }
            return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            LOG.debug("The sound device did not play", e);
            return false;
        }
    }

    @Override
    public void close() {
        // Each burst opens and closes the device: what is unplugged and plugged in again is found again.
    }

    /** Whether the device took all of it: one that is unplugged takes less, and says nothing. */
    private static boolean write(SourceDataLine line, short[] samples, int from, int to) {
        var bytes = new byte[(to - from) * 2];
        for (var i = from; i < to; i++) {
            bytes[2 * (i - from)] = (byte) samples[i];
            bytes[2 * (i - from) + 1] = (byte) (samples[i] >> 8);
        }
        return line.write(bytes, 0, bytes.length) == bytes.length;
    }
}
