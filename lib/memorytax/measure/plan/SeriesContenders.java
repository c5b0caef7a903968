package memorytax.measure.plan;

import memorytax.child.Load;
import memorytax.measure.process.Guests;
import memorytax.measure.process.JavaPeer;
import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;

import java.util.List;
import java.util.Optional;

/// The part of a [Series] that says who takes part.
public abstract sealed class SeriesContenders implements OtherLanguages permits Series {
    private final Peers peers;
    private final Guests guests;

    /// @param guests that the reader wants to have beside the chapter's own contenders
    SeriesContenders(Peers peers, Guests guests) {
        this.peers = peers;
        this.guests = guests;
    }

    /// @param java null where all come from elsewhere
    abstract Series add(JavaPeer java, Peers.Peer... others);

    /// A load of this chapter. It must be a lambda that calls a static method: `n -> virtualThreads(n)`.
    public Series java(String name, Load load) {
        return add(new JavaPeer(name, load));
    }

    @Override
    public Series runtime(String runtime, String name, String file) {
        return addAll(peers.program(runtime, name, file));
    }

    @Override
    public Series runtime(String runtime, String name, String file, String module) {
        return addAll(peers.program(runtime, name, file, module));
    }

    /// The load of that name in a Go program, built with an experiment of Go's: `goroutineleakprofile`.
    public Series go(String name, String file, String experiment) {
        return add(null, peers.go(name, file, experiment));
    }

    /// The one load in a text of Java that uses what is still a preview in this JDK, compiled beside the chapter.
    public Series preview(String name, String source, String... flags) {
        return add(null, peers.preview(name, source, flags));
    }

    /// A program that speaks the scale's protocol, whatever it is written in.
    public Series program(String name, Launch launch) {
        return add(null, new Peers.Peer(new Contender(name, "", ""), Optional.of(launch), ""));
    }

    /// The load of that name in a Go program that lies beside the chapter, in each Go from 1.18 on:
    /// `goroutines (1.24)`. Of those that data/releases.csv lists and that are not here, the record stands in.
    public Series gos(String name, String file) {
        return addAll(peers.versions().gos(name, file));
    }

    /// The same in a Python program, in each CPython from 3.8 on: `asyncio tasks (3.12)`.
    public Series pythons(String name, String file) {
        return addAll(peers.versions().pythons(name, file));
    }

    /// Idle `virtual threads`, warmed, in each JDK from 21 on, or `platform threads`, in each from 11 on:
    /// `virtual threads (21)`. Their program is the library's, because an older JDK loads no class of the chapter.
    ///
    /// @throws IllegalArgumentException when `name` is neither
    public Series javas(String name) {
        return addAll(peers.versions().javas(name));
    }

    /// Those tasks of chapter 11 that the reader has asked for: `--with node,tokio`. Without that option nobody.
    public Series guests() {
        var series = add(null);
        for (var guest : guests.all()) {
            series = runtime(guest.runtime(), guest.load(), guest.file()).upTo(guest.most());
            if (guest.warmed()) series.warmed();
        }
        return series;
    }

    /// One that was made ready elsewhere.
    Series peer(Peers.Peer peer) {
        return add(null, peer);
    }

    private Series addAll(List<Peers.Peer> all) {
        return add(null, all.toArray(Peers.Peer[]::new));
    }
}
