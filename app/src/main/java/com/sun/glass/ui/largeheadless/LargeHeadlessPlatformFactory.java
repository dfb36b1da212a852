package com.sun.glass.ui.largeheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.LargeHeadlessApplication;

/** Names the platform that {@code -Dglass.platform=LargeHeadless} asks for: JavaFX's own headless one on a larger screen. */
public final class LargeHeadlessPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new LargeHeadlessApplication();
    }
}
