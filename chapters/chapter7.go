// Chapter 7 in Go: what waiting goroutines cost the others.
package main

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"sort"
	"time"
)

func main() {
	serve(loads{
		"goroutines":       parked,
		"goroutines, busy": besideLoad,
	})
}

// Each of them waits, and the garbage collector has to know its stack.
func park(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		go func() {
			gate.here()
			<-gate.done
		}()
	}
	gate.full()
}

// Eight megabytes are needed at any time. What is new takes the place
// of something, which is garbage then.
var needed [1000][]byte

func garbage(megabytes int) {
	for i := 0; i < megabytes*128; i++ {
		needed[i%len(needed)] = make([]byte, 8<<10)
	}
}

// What collections stop, while the goroutines are new, when a full
// collection is asked for, and later on.
func parked(tasks int, gate *Gate) {
	park(tasks, gate)
	garbage(500)
	seen := tellStops(gate, "new", 0, nil)
	var whole []float64
	for i := 0; i < 5; i++ {
		start := time.Now()
		runtime.GC()
		whole = append(whole, time.Since(start).Seconds()*1e3)
	}
	seen = tellStops(gate, "full", seen, whole)
	garbage(500)
	tellStops(gate, "old", seen, nil)
}

// The runtime keeps what each of the last 256 collections has stopped,
// all of its stops together.
func tellStops(gate *Gate, name string, seen uint32,
	whole []float64) uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var pauses []float64
	for i := seen; i < m.NumGC; i++ {
		if i+256 >= m.NumGC {
			pauses = append(pauses, float64(m.PauseNs[i%256])/1e6)
		}
	}
	if len(pauses) == 0 {
		return m.NumGC
	}
	sort.Float64s(pauses)
	last := len(pauses) - 1
	cycle := ""
	if len(whole) > 0 {
		sort.Float64s(whole)
		cycle = fmt.Sprintf(" cycle_ms=%.4f", whole[len(whole)/2])
	}
	gate.mark(name, "pause_ms=%.4f longest_ms=%.4f pauses=%d%s",
		pauses[last/2], pauses[last], len(pauses), cycle)
	for i := last; i >= 0; i -= 1 + last/100 {
		gate.mark("each_"+name, "ms=%.4f", pauses[i])
	}
	return m.NumGC
}

// A load makes a megabyte of garbage every millisecond, for a second.
// The runtime counts its processor time by what it was for, up to the
// end of the last collection.
func besideLoad(tasks int, gate *Gate) {
	park(tasks, gate)
	runtime.GC()
	gc, all := spent()
	next := time.Now()
	for ms := 0; ms < 1000; ms++ {
		garbage(1)
		next = next.Add(time.Millisecond)
		time.Sleep(time.Until(next))
	}
	nowGc, nowAll := spent()
	if gc, all = nowGc-gc, nowAll-all; all > 0 {
		gate.mark("the_load", "gc_cpu_ms=%.0f cpu_ms=%.0f gc_percent=%.1f",
			1e3*gc, 1e3*all, 100*gc/all)
	}
}

func spent() (gc, all float64) {
	read := []metrics.Sample{
		{Name: "/cpu/classes/gc/total:cpu-seconds"},
		{Name: "/cpu/classes/total:cpu-seconds"},
		{Name: "/cpu/classes/idle:cpu-seconds"},
	}
	metrics.Read(read)
	if read[0].Value.Kind() != metrics.KindFloat64 {
		return 0, 0 // before Go 1.20
	}
	return read[0].Value.Float64(),
		read[1].Value.Float64() - read[2].Value.Float64()
}
