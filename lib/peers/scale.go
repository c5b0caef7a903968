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
	"sync"
	"sync/atomic"
	"time"
)

var out = os.Stdout

// fewest tasks that can be taken apart: among fewer, what the runtime
// needs for itself would look like theirs.
const fewest = 1000

// loads are the loads of a program, by name.
type loads map[string]func(tasks int, gate *Gate)

// Gate is where the goroutines of a load wait.
type Gate struct {
	done   chan struct{} // closed when they may go
	absent sync.WaitGroup
	begun  atomic.Int64
	counts string // the function in which all must wait in the end
	tasks  int
	words  map[string]string
	before int // goroutines in this process before the load
	empty  runtime.MemStats
	live   func(runtime.MemStats) uint64 // what LIVE answers
}

// here is said by each goroutine, from inside: I run.
func (g *Gate) here() { g.begun.Add(1); g.absent.Done() }

// full returns when all of them have said so.
func (g *Gate) full() { g.absent.Wait() }

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
// and gives it the time to.
func (g *Gate) weigh(name string) {
	g.mark(name, "weigh=1")
	time.Sleep(100 * time.Millisecond)
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

// median is what a load tells of many times, which have outliers.
func median(of []int64) int64 {
	sort.Slice(of, func(i, j int) bool { return of[i] < of[j] })
	return of[len(of)/2]
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
	gate := &Gate{live: heapAndStacks}
	version := strings.FieldsFunc(strings.TrimPrefix(runtime.Version(), "go"), notOfVersion)[0]
	say("READY runtime=go version=" + version + " can=live,parts")
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() && in.Text() != "EXIT" {
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
		close(gate.done)
		gate.gone()
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
	g.absent.Add(g.tasks)
}

func heapAndStacks(m runtime.MemStats) uint64 { return m.HeapAlloc + m.StackInuse }

// settled is what the runtime counts after a full collection.
func settled() (m runtime.MemStats) {
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m
}

// parts is one task taken apart, in bytes, largest first: its stack, and
// every size class that has about one more object per task, or several.
func parts(empty, now runtime.MemStats, tasks float64) string {
	if tasks < fewest {
		return ""
	}
	bytes := map[string]float64{"stack": (float64(now.StackInuse) - float64(empty.StackInuse)) / tasks}
	rest := float64(now.HeapAlloc) - float64(empty.HeapAlloc)
	for i, class := range now.BySize {
		more := held(class.Mallocs, class.Frees) - held(empty.BySize[i].Mallocs, empty.BySize[i].Frees)
		if each := more / tasks; each >= 0.9 {
			bytes[part(int(class.Size), each)] = each * float64(class.Size)
			rest -= more * float64(class.Size)
		}
	}
	bytes["other_heap"] = rest / tasks // slices longer than a class, and what is shared
	bytes["span_records"] = (float64(now.MSpanInuse) - float64(empty.MSpanInuse)) / tasks
	var names []string
	for name := range bytes {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool { return bytes[names[i]] > bytes[names[j]] })
	line := ""
	for _, name := range names {
		if bytes[name] >= 1 {
			line += fmt.Sprintf(" %s=%.1f", name, bytes[name])
		}
	}
	return line
}

// held may come out below what it was: counters are unsigned, their
// difference is not.
func held(mallocs, frees uint64) float64 { return float64(mallocs) - float64(frees) }

// part names the two sizes that every goroutine on a channel brings along:
// its descriptor (runtime.g) and its place in the queue (runtime.sudog).
func part(size int, each float64) string {
	switch {
	case size >= 384 && size <= 512 && each < 1.5:
		return "g"
	case size >= 88 && size <= 112 && each < 1.5:
		return "sudog"
	}
	return fmt.Sprintf("%.0f_objects_of_%d_B", each, size)
}

// notOfVersion ends a version where experiments are listed behind it.
func notOfVersion(r rune) bool { return r == ' ' || r == '-' }

func say(line string) { fmt.Fprintln(out, line) }

func fail(reason string) {
	say("FAILED reason=" + strings.Join(strings.Fields(reason), " "))
	os.Exit(1)
}
