// The scale's few words, for a program in Go. Build it together with
// yours (go build mine.go scale.go), and let main name what can be weighed:
//
//	func main() { serve(loads{"idle": idle}) }
//
// A load starts its goroutines. Each of them says gate.here() once it
// runs, then waits for <-gate.done.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

var (
	out   = os.Stdout
	token string // of the scale, before each line, where it has told one
)

// loads are the loads of a program, by name.
type loads map[string]func(tasks int, gate *Gate)

// Gate is where the goroutines of a load wait.
type Gate struct {
	done    chan struct{} // closed when they may go
	begun   counter
	counts  string // the function in which all must wait in the end
	tasks   int
	words   map[string]string
	weighed chan struct{} // the parent's WEIGHED
	before  int           // goroutines in this process before the load
	empty   runtime.MemStats
	held    interface{}
	live    func(runtime.MemStats) uint64 // what LIVE answers
	ends    func()                        // what UNLOAD does instead of closing done
}

// counter is atomic.Int64, which Go 1.18 does not have: several versions of
// Go are weighed with this file.
type counter struct{ n int64 }

// Add changes the count, and returns what it is then.
func (c *counter) Add(more int64) int64 { return atomic.AddInt64(&c.n, more) }

// Load is the count now.
func (c *counter) Load() int64 { return atomic.LoadInt64(&c.n) }

// Store sets it.
func (c *counter) Store(n int64) { atomic.StoreInt64(&c.n, n) }

// here is said by each goroutine, from inside: I run.
func (g *Gate) here() { g.begun.Add(1) }

// hold keeps what a load wants kept until the process ends.
func (g *Gate) hold(what interface{}) { g.held = what }

// full returns when all of them have said so. No goroutine of ours waits for
// that: a load may count those that there are.
func (g *Gate) full() {
	look, before, since := 100*time.Microsecond, int64(-1), time.Now()
	for g.begun.Load() < int64(g.tasks) {
		time.Sleep(look)
		if look < 10*time.Millisecond {
			look += look / 4
		}
		if now := g.begun.Load(); now != before {
			before, since = now, time.Now()
		} else if time.Since(since) > silence {
			g.silent()
			since = time.Now()
		}
	}
}

// number is what the parent said besides tasks: gate.number("depth").
func (g *Gate) number(name string) int {
	n, err := strconv.Atoi(g.words[name])
	if err != nil {
		panic(fmt.Sprintf("LOAD needs %s=number, not %q", name, g.words[name]))
	}
	return n
}

// mark puts a point on the time line: gate.mark("half", "free=%d", n).
func (g *Gate) mark(name, format string, values ...interface{}) {
	say("MARK name=" + name + " " + fmt.Sprintf(format, values...))
}

// weigh has the parent note down under this name what this process takes now,
// and returns when that is done.
func (g *Gate) weigh(name string) {
	g.mark(name, "weigh=1")
	<-g.weighed
}

// serve has one request after the other handled. Each brings a kilobyte.
// Where the parent says rate=10000, they come at so many a second, and on
// the way it is told how many were served, and how many goroutines are there.
func (g *Gate) serve(handle func(request []byte)) {
	rate, _ := strconv.Atoi(g.words["rate"])
	start := time.Now()
	for served := 1; served <= g.tasks; served++ {
		handle(bytes.Repeat([]byte{1}, 1024)) // written to, as if it had been read
		if rate > 0 && (served%1000 == 0 || served%250 == 0 && served < 10000) {
			time.Sleep(time.Until(start.Add(time.Duration(served) * time.Second / time.Duration(rate))))
			g.served(served)
		}
	}
}

func (g *Gate) served(requests int) {
	g.mark("served", "requests=%d tasks=%d", requests, g.left())
}

// left is how many goroutines there are that the load has started.
func (g *Gate) left() int { return runtime.NumGoroutine() - g.before }

// gone returns when none of them is left. Those that never began prove nothing.
func (g *Gate) gone() {
	for g.left() > 0 {
		time.Sleep(time.Millisecond)
	}
	if n := g.begun.Load(); n < int64(g.tasks) {
		panic(fmt.Sprintf("only %d of %d goroutines ever began, so that none is left proves nothing", n, g.tasks))
	}
}

// median is what a load tells of many times, which have outliers: of an even
// number of them, the mean of the two in the middle.
func median[T int64 | float64](of []T) T {
	sort.Slice(of, func(i, j int) bool { return of[i] < of[j] })
	return (of[(len(of)-1)/2] + of[len(of)/2]) / 2
}

// serve does what the parent says, and ends this process as soon as
// nobody is there to say anything, whatever a load is doing.
func serve(known loads) {
	os.Stdout = os.Stderr // what a load prints must not end up between our words
	name := strings.Join(os.Args[1:], " ")
	load, ok := known[name]
	if !ok {
		var names []string
		for each := range known {
			names = append(names, strconv.Quote(each))
		}
		sort.Strings(names)
		fail(fmt.Sprintf("no load %q here, only %s", name, strings.Join(names, "; ")))
	}
	gate := &Gate{live: heapAndStacks, weighed: make(chan struct{}, 1)}
	version := strings.FieldsFunc(strings.TrimPrefix(runtime.Version(), "go"), notOfVersion)[0]
	say("READY runtime=go version=" + version + " can=live,parts")
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() && in.Text() != "EXIT" {
		if in.Text() == "WEIGHED" {
			gate.weighed <- struct{}{}
			continue
		}
		go answer(in.Text(), load, gate) // a load may hang, and stdin must still be heard closing
	}
	os.Exit(0)
}

func answer(line string, load func(int, *Gate), gate *Gate) {
	defer func() {
		if e := recover(); e != nil {
			fail(fmt.Sprint(e))
		}
	}()
	switch verb := strings.SplitN(line, " ", 2)[0]; verb {
	case "LOAD":
		gate.open(line)
		start := time.Now()
		load(gate.tasks, gate)
		gate.full()
		if gate.words["rate"] != "" {
			gate.served(gate.tasks)
			gate.checkCounted()
		}
		say(fmt.Sprintf("LOADED tasks=%d spawn_ms=%d", gate.tasks, time.Since(start).Milliseconds()))
	case "LIVE":
		say(fmt.Sprintf("LIVE bytes=%d", gate.live(settled())))
	case "PARTS": // before a load, takes note of what is there; after it, tells what came
		now := settled()
		say("PARTS" + parts(gate.empty, now, float64(gate.tasks)))
		gate.empty = now
	case "UNLOAD":
		if gate.ends != nil {
			gate.ends()
		} else {
			close(gate.done)
			gate.gone()
		}
		runtime.GC() // a plain one; what goes back to the system, and when, is the runtime's affair
		say("UNLOADED")
	case "":
	default:
		fail("does not know " + verb)
	}
}

func (g *Gate) open(line string) {
	g.words = map[string]string{}
	for _, word := range strings.Fields(line)[1:] {
		if pair := strings.SplitN(word, "=", 2); len(pair) == 2 {
			g.words[pair[0]] = pair[1]
		}
	}
	g.tasks, g.before, g.done = g.number("tasks"), runtime.NumGoroutine(), make(chan struct{})
	g.begun.Store(0)
}

// notOfVersion ends a version where experiments are listed behind it.
func notOfVersion(r rune) bool { return r == ' ' || r == '-' }

func say(line string) { fmt.Fprintln(out, token+line) }

func fail(reason string) {
	say("FAILED reason=" + strings.Join(strings.Fields(reason), " "))
	os.Exit(1)
}
