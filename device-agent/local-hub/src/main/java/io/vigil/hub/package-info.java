/** A stand-in for IoT Hub on loopback. Its walls stand; what it says comes with the cloud. */
@NullMarked
package io.vigil.hub;

import org.jspecify.annotations.NullMarked;
