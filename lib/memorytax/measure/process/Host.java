package memorytax.measure.process;

import memorytax.measure.result.Reading;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

import java.util.OptionalDouble;
import java.util.Optional;
import java.util.OptionalLong;

/// The machine, and the processes on it, seen from outside. The only file that knows OSHI.
public final class Host {
    /// OSHI's Linux reader without native code answers in half the time; elsewhere there is the other.
    private static final SystemInfoProvider OSHI =
        Linux.here() ? new oshi.nativefree.SystemInfo() : new oshi.SystemInfo();
    private static final OperatingSystem OS = OSHI.getOperatingSystem();

    private Host() {
    }

    /// Looks at a process now, for while it moves. Empty when it is gone.
    public static Optional<Reading> read(long pid) {
        OSProcess process = OS.getProcess((int) pid);
        if (process == null || process.getResidentMemory() <= 0) return Optional.empty();
        return Optional.of(new Reading(process.getResidentMemory(), Linux.peak(pid), process.getThreadCount()));
    }

    /// Looks at a process that is at rest, and counts its pages where the system lets us. Empty when it is gone.
    ///
    /// @param group that the kernel charges for it, where there is one
    public static Optional<Reading> count(long pid, Optional<Cgroup> group) {
        return read(pid).map(r -> {
            var pages = Linux.pages(pid).orElse(new Linux.Pages(r.resident(), 0, 0, OptionalLong.empty()));
            var charged = group.map(Cgroup::kernel).orElse(OptionalLong.empty());
            var kernel = charged.isPresent() ? new Reading.Kernel(charged, true)
                : new Reading.Kernel(Linux.kernel(pid, r.threads()), false);
            return new Reading(pages.resident(), r.peak(), r.threads(), kernel, pages.swapped(), pages.huge(),
                Linux.reserved(pid), pages.pss());
        });
    }

    /// Its resident size alone, in bytes; 0 when it is gone. Quicker than [#read], for while it grows.
    public static long resident(long pid) {
        OSProcess process = OS.getProcess((int) pid);
        return process == null ? 0 : process.getResidentMemory();
    }

    /// CPU time that it has taken so far, in ms, its own and the kernel's for it. Most systems count in steps of ten.
    public static OptionalLong cpu(long pid) {
        OSProcess process = OS.getProcess((int) pid);
        return process == null ? OptionalLong.empty()
            : OptionalLong.of(process.getUserTime() + process.getKernelTime());
    }

    /// Bytes that a new process can have: what the machine has free, or what the container's limit leaves.
    public static long available() {
        long free = OSHI.getHardware().getMemory().getAvailable();
        return Math.min(free, Linux.limitLeft().orElse(Long.MAX_VALUE));
    }

    /// Bytes of memory in the machine.
    public static long memory() {
        return OSHI.getHardware().getMemory().getTotal();
    }

    /// How many programs ran or wanted to run in the last minute, in the mean; empty where the system does not tell.
    public static OptionalDouble load() {
        double load = OSHI.getHardware().getProcessor().getSystemLoadAverage(1)[0];
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
    }

    /// `AMD EPYC 9R14`, without the trade marks.
    public static String processor() {
        return OSHI.getHardware().getProcessor().getProcessorIdentifier().getName()
            .replaceAll("\\((R|TM)\\)| CPU| @.*| Processor|\\d+-Core", "").replaceAll(" +", " ").strip();
    }

    /// The collector that a JVM chooses here when nobody tells it: `G1`. Asked for once.
    public static String collector() {
        return Chosen.COLLECTOR;
    }

    private static final class Chosen {
        private static final String COLLECTOR = JavaPeer.collector();
    }
}
