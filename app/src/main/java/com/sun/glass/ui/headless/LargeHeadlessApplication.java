package com.sun.glass.ui.headless;

import com.sun.glass.ui.Screen;
import java.nio.ByteBuffer;

/**
 * JavaFX's headless platform with a screen of 1920×1080 instead of 1000×1000 (JDK-8364201). Windows still write their
 * pixels in rows of 1000, so the screen's own buffer is a jumble: pictures are taken of scenes, never of the screen. The
 * class stands in JavaFX's package to reach that buffer.
 */
public final class LargeHeadlessApplication extends HeadlessApplication {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final Screen[] screens = {
        new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 100, 100, 1f, 1f, 1f, 1f)
    };

    @Override
    protected Screen[] staticScreen_getScreens() {
        frameBuffer = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
        return screens;
    }
}
