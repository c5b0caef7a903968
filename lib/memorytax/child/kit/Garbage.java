package memorytax.child.kit;

import memorytax.child.Child;

import com.sun.management.GarbageCollectionNotificationInfo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Has this process say after each of its collections what they left in the heap: that is as near to what it needs as
/// one can see without forcing a collection. On the scale's time line it is what is held.
public final class Garbage {
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName)
        .collect(Collectors.toSet());

    private Garbage() {
    }

    /// From now on; to ask for it again changes nothing.
    public static void told() {
        if (TOLD.getAndSet(true)) return;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans())
            if (collector instanceof NotificationEmitter emitter)
                emitter.addNotificationListener((notification, _) -> tell(notification), null, null);
    }

    private static void tell(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) return;
        var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        Child.mark("held", "bytes", info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> HEAP.contains(pool.getKey())).mapToLong(pool -> pool.getValue().getUsed()).sum());
    }
}
