// Chapter 6 in Go: contexts that nothing cancels.
//
// A goroutine ends only when its function returns. A goroutine that
// waits for a context waits until that context is cancelled.
package main

import (
	"context"
	"fmt"
	"regexp"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"
)

func main() {
	serve(loads{
		"goroutines (forgotten)":                forgotten,
		"goroutines (timeout of an hour)":       anHour,
		"goroutines (only contexts left)":       onlyContexts,
		"goroutines (cancelled)":                cancelled,
		"goroutines":                            lost,
		"goroutines (parent cancelled)":         parentCancelled,
		"goroutines (timeout of 1 s)":           timedOut,
		"goroutines (all)":                      inProfile,
		"goroutines (leaked with parent alive)": parentAlive,
		"goroutines (leaked with parent gone)":  parentGone,
	})
}

// The server's own context. It lives for as long as the server does.
var server, shutDown = context.WithCancel(context.Background())

// Waits until its context ends, and keeps its request until then.
func listen(ctx context.Context, gate *Gate, request []byte) {
	gate.here() // it has begun; gate.parked sees that it waits
	<-ctx.Done()
	request[0] = 1
}

// The mistake: the function that would cancel is thrown away.
func forgotten(requests int, gate *Gate) {
	forget(server, gate)
	gate.counted("main.listen")
}

func forget(parent context.Context, gate *Gate) {
	gate.serve(func(request []byte) {
		ctx, _ := context.WithCancel(parent)
		go listen(ctx, gate, request)
	})
}

// The same mistake, and harder to see: cancel is kept, but never called.
type session struct{ cancel context.CancelFunc }

func inField(parent context.Context) (context.Context, *session) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, &session{cancel} // and nothing ever calls it
}

// The cure. Each listener waits before it is cancelled: a listener that
// never began would not show that a cancel ends it.
func cancelled(requests int, gate *Gate) {
	gate.serve(func(request []byte) {
		ctx, cancel := context.WithCancel(server)
		defer cancel()
		go listen(ctx, gate, request)
		gate.parked("main.listen", 1)
	})
	gate.gone()
}

// With a timeout the goroutine ends by itself, in an hour.
func anHour(requests int, gate *Gate) {
	gate.serve(func(request []byte) {
		ctx, _ := context.WithTimeout(server, time.Hour)
		go listen(ctx, gate, request)
	})
}

// The goroutines end. Their contexts stay: the server's context
// references them.
func onlyContexts(requests int, gate *Gate) {
	gate.serve(func(request []byte) {
		ctx, _ := context.WithCancel(server)
		go func() {
			gate.here()
			request[0] = byte(len(fmt.Sprint(ctx)))
		}()
	})
	gate.gone()
}

// Each goroutine waits for a channel that nothing else references.
func lost(tasks int, gate *Gate) {
	gate.serve(func(request []byte) {
		updates := make(chan byte)
		go func() {
			gate.here()
			request[0] = <-updates
		}()
	})
	tell(gate, "main.lost")
}

// Counts the goroutines that wait in a function.
func tell(gate *Gate, function string) {
	gate.parked(function, gate.tasks)
	gate.mark("at_first", "tasks=%d", gate.waiting(function))
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	left := gate.waiting(function)
	gate.mark("after_three_collections", "tasks=%d", left)
}

func parentCancelled(requests int, gate *Gate) {
	forget(server, gate)
	tell(gate, "main.listen")
	shutDown()
	gate.gone()
	gate.mark("at_the_end", "tasks=%d", gate.left())
}

// Every timeout starts when all goroutines are counted. A timer that
// starts earlier could end the first one before the last one is there.
func timedOut(requests int, gate *Gate) {
	var timers []func()
	gate.serve(func(request []byte) {
		ctx, start := withTimeout(server, time.Second)
		timers = append(timers, start)
		go listen(ctx, gate, request)
	})
	tell(gate, "main.listen")
	for _, start := range timers {
		start()
	}
	gate.gone()
	gate.mark("at_the_end", "tasks=%d", gate.left())
}

// Does what context.WithTimeout does, in two steps: the timer that
// cancels the context starts when start is called.
func withTimeout(parent context.Context, timeout time.Duration) (
	ctx context.Context, start func()) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, func() { time.AfterFunc(timeout, cancel) }
}

// Counts by line where goroutines wait, as the runtime sees them.
func inProfile(requests int, gate *Gate) {
	forget(server, gate)
	profile("goroutine", gate)
}

func parentAlive(requests int, gate *Gate) {
	forget(server, gate)
	profile("goroutineleak", gate)
}

// Here the parent is not the server's context, but a context that
// nothing references any more.
func parentGone(requests int, gate *Gate) {
	abandon(gate)
	profile("goroutineleak", gate)
}

//go:noinline
func abandon(gate *Gate) {
	parent, _ := context.WithCancel(context.Background())
	forget(parent, gate)
}

var count = regexp.MustCompile(`^(\d+) @ `)
var place = regexp.MustCompile(`main\.listen\S*\s+\S*?([^/\s]+\.go:\d+)`)

// Tells how many goroutines the profile has at each line of listen. It
// reads the profile when all of them wait. A goroutine that still runs
// keeps its context and other contexts reachable, and then fewer would
// count as leaked. The profile has a group for each stack, and several
// groups may end at the same line.
func profile(name string, gate *Gate) {
	gate.parked("main.listen", gate.tasks)
	var text strings.Builder
	known := pprof.Lookup(name)
	if known == nil {
		panic("this Go has no profile " + name)
	}
	known.WriteTo(&text, 1)
	at, many := map[string]int{}, 0
	for _, stack := range strings.Split(text.String(), "\n\n") {
		for _, line := range strings.Split(stack, "\n") {
			if n := count.FindStringSubmatch(line); n != nil {
				many, _ = strconv.Atoi(n[1])
			} else if l := place.FindStringSubmatch(line); l != nil {
				at[l[1]] += many
			}
		}
	}
	for line, tasks := range at {
		gate.mark(line, "tasks=%d", tasks)
	}
	if len(at) == 0 {
		gate.mark("nowhere", "tasks=0")
	}
}

// What to take to work: the function that starts a task ends it.
func takeToWork(listen func(context.Context), answer func()) {
	// wrong: nothing cancels this context
	lost, _ := context.WithCancel(server)
	go listen(lost)
	answer()

	owned, cancel := context.WithTimeout(server, time.Minute)
	// right: cancelled on every path
	defer cancel()
	go listen(owned)
	answer()
	// not in Go: a cancelled timer that keeps its task
}
