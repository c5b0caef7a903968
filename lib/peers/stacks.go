// Who waits where, by the stacks that the runtime writes down. A chapter
// that counts goroutines, or asks a tool for them, looks here first: a
// goroutine that has said gate.here() runs, and does not wait yet.
package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"time"
)

// So often parked looks while nothing changes, before it gives up. The
// looks are counted, not the time: a machine that stands still does not look.
const patience = 3000

// stacks is kept between looks. It holds all stacks at once, some 400 bytes
// each, so a load that is being weighed must not look.
var stacks []byte

// counted has the tasks that are left in the end counted in this function:
// where the parent is told how many requests were served, the load fails
// unless all goroutines are seen to wait there. It comes after the last
// figure, so the stacks are in none.
func (g *Gate) counted(function string) { g.counts = function }

func (g *Gate) checkCounted() {
	if g.counts != "" {
		g.parked(g.counts, g.tasks)
	}
}

// parked returns once so many goroutines wait for a channel or in a select,
// in this function or in one that is written in it:
// gate.parked("main.listen", 1000).
func (g *Gate) parked(function string, tasks int) {
	before, idle := -1, 0
	for pause := 10 * time.Microsecond; ; pause += pause {
		if pause > 10*time.Millisecond {
			pause = 10 * time.Millisecond
		}
		found := g.waiting(function)
		if found == tasks {
			return
		}
		if idle++; found != before {
			before, idle = found, 0
		}
		if idle == patience {
			panic(fmt.Sprintf("%d goroutines wait in %s, and not %d", found, function, tasks))
		}
		time.Sleep(pause)
	}
}

// waiting is how many goroutines wait in this function now.
func (g *Gate) waiting(function string) (tasks int) {
	all := everyStack()
	for len(all) > 0 {
		var stack []byte
		stack, all, _ = bytes.Cut(all, []byte("\n\n"))
		if waits(stack) && (bytes.Contains(stack, []byte("\n"+function+"(")) ||
			bytes.Contains(stack, []byte("\n"+function+"."))) {
			tasks++
		}
	}
	return tasks
}

// everyStack is cut off where the buffer ends, so that grows until there
// is room left.
func everyStack() []byte {
	for {
		if n := runtime.Stack(stacks, true); n < len(stacks) {
			return stacks[:n]
		}
		stacks = make([]byte, 2*len(stacks)+16<<10)
	}
}

// silence is how long nothing new may come while tasks have not said that
// they are there.
const silence = 6 * time.Second

// silent ends a load whose tasks have not said that they are there, and says
// where they stand. As long as one of them runs, it may come yet.
func (g *Gate) silent() {
	lines, most := map[string]int{}, "no line of the program"
	for _, stack := range bytes.Split(everyStack(), []byte("\n\n")) {
		line := ownLine(stack)
		if line == "" {
			continue
		}
		if bytes.Contains(stack, []byte(" [run")) { // running, runnable
			return
		}
		if lines[line]++; lines[line] > lines[most] {
			most = line
		}
	}
	fail(fmt.Sprintf("%d of %d tasks have called gate.here(), and nothing happens any more; %d goroutines wait at %s. "+
		"Each task must call gate.here() before it waits", g.begun.Load(), g.tasks, lines[most], most))
}

// ownLine is where a goroutine stands in the program that is weighed: in
// package main, but not in these files. Empty for any other goroutine.
func ownLine(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	for i := 1; i+1 < len(lines); i += 2 {
		file, _, _ := strings.Cut(strings.TrimSpace(lines[i+1]), " ")
		file = file[strings.LastIndex(file, "/")+1:]
		if strings.HasPrefix(lines[i], "main.") && !ofScale[strings.SplitN(file, ":", 2)[0]] {
			return file
		}
	}
	return ""
}

var ofScale = map[string]bool{"scale.go": true, "stacks.go": true, "parts.go": true}

// waits reads the state in the first line: goroutine 7 [chan receive, 2 minutes]:
func waits(stack []byte) bool {
	_, state, _ := bytes.Cut(stack, []byte(" ["))
	return bytes.HasPrefix(state, []byte("chan receive")) || bytes.HasPrefix(state, []byte("select"))
}
