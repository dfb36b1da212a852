/** The benchmarks: each figure is measured beside what the machine itself needs for the bare work, and judged by no test. */
@NullMarked
package io.vigil.app.bench;

import org.jspecify.annotations.NullMarked;
