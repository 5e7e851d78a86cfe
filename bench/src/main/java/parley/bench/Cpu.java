package parley.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;

/**
 * Processor time in seconds, of all threads. On a machine that others use too, the clock on the wall says more about
 * them than about us.
 */
final class Cpu {
    private static final int CHILDREN = -1;
    private static final int RUSAGE_LONGS = 18;

    @SuppressWarnings("restricted") // the one call that tells of child processes
    private static final MethodHandle GETRUSAGE = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("getrusage"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private Cpu() {}

    /** Returns what this process has used so far, with its compiler and its garbage collector. */
    static double own() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    /** Returns what this thread has used so far, in nanoseconds. */
    static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns what the processes started by this one have used, user and system, as far as they have ended. */
    static double children() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(ValueLayout.JAVA_LONG, RUSAGE_LONGS);
            int failed = (int) GETRUSAGE.invokeExact(CHILDREN, usage);
            if (failed != 0) {
                throw new IllegalStateException("getrusage returned " + failed);
            }
            return seconds(usage, 0) + seconds(usage, 2);
        } catch (Throwable e) {
            throw new IllegalStateException("The processor time of child processes cannot be read.", e);
        }
    }

    private static double seconds(MemorySegment usage, int index) {
        return usage.getAtIndex(ValueLayout.JAVA_LONG, index)
                + usage.getAtIndex(ValueLayout.JAVA_LONG, index + 1) / 1e6;
    }
}
