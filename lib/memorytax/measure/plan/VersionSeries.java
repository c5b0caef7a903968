package memorytax.measure.plan;

import memorytax.measure.process.JavaPeer;
import memorytax.measure.process.Peers;

import java.util.List;

/// The part of a [Series] that has a contender for each version of a language: for those on this machine, and for those
/// in data/releases.csv, for which the record stands in.
public abstract sealed class VersionSeries permits Series {
    final Scale scale;

    VersionSeries(Scale scale) {
        this.scale = scale;
    }

    /// @param java null where all come from elsewhere
    abstract Series add(JavaPeer java, Peers.Peer... others);

    /// The load of that name in a Go program beside the chapter, in each Go from 1.18 on: `goroutines (1.24)`.
    public Series gos(String name, String file) {
        return addAll(scale.peers().versions().gos(name, file));
    }

    /// The same in a Python program, in each CPython from 3.8 on: `asyncio tasks (3.12)`.
    public Series pythons(String name, String file) {
        return addAll(scale.peers().versions().pythons(name, file));
    }

    /// Idle `virtual threads`, warmed, in each JDK from 21 on, or `platform threads`, in each from 11 on:
    /// `virtual threads (21)`. Their program is the library's, because an older JDK loads no class of the chapter.
    ///
    /// @throws IllegalArgumentException when `name` is neither
    public Series javas(String name) {
        return addAll(scale.peers().versions().javas(name));
    }

    private Series addAll(List<Peers.Peer> all) {
        return add(null, all.toArray(Peers.Peer[]::new));
    }
}
