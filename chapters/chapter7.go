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
		"goroutines":                parked,
		"goroutines, beside a load": besideLoad,
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

// Eight megabytes that are needed for a while: some of what is new takes
// the place of what was there, which is garbage then.
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
	begun := tellPauses(gate, "new", 0, 0)
	var whole []float64
	for i := 0; i < 5; i++ {
		start := time.Now()
		runtime.GC()
		whole = append(whole, milliseconds(time.Since(start)))
	}
	sort.Float64s(whole)
	begun = tellPauses(gate, "full", begun, whole[len(whole)/2])
	garbage(500)
	tellPauses(gate, "old", begun, 0)
}

// The runtime keeps what each of the last 256 collections has stopped,
// all of its stops together.
func tellPauses(gate *Gate, name string, from uint32, cycle float64) uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var pauses []float64
	for i := from; i < m.NumGC; i++ {
		if i+256 >= m.NumGC {
			pauses = append(pauses, float64(m.PauseNs[i%256])/1e6)
		}
	}
	if len(pauses) == 0 {
		return m.NumGC
	}
	sort.Float64s(pauses)
	whole := ""
	if cycle > 0 {
		whole = fmt.Sprintf(" cycle_ms=%.4f", cycle)
	}
	last := len(pauses) - 1
	gate.mark(name, "pause_ms=%.4f longest_ms=%.4f%s pauses=%d",
		pauses[last/2], pauses[last], whole, len(pauses))
	for i := last; i >= 0; i -= 1 + last/100 {
		gate.mark("each_"+name, "ms=%.4f", pauses[i])
	}
	return m.NumGC
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1e3 }

// A load makes a megabyte of garbage every millisecond, for a second.
// The runtime counts its processor time by what it was for, up to the
// end of the last collection.
func besideLoad(tasks int, gate *Gate) {
	park(tasks, gate)
	runtime.GC()
	gc, all := spent()
	start := time.Now()
	for ms := 0; ms < 1000; ms++ {
		garbage(1)
		time.Sleep(time.Until(start.Add(time.Duration(ms) * time.Millisecond)))
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
