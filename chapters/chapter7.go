// Chapter 7 in Go: what waiting goroutines cost the garbage collector
// and the scheduler.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sort"
	"strconv"
	"time"
	_ "unsafe" // for two functions of the scheduler
)

func main() {
	serve(loads{
		"goroutines":                     parked,
		"goroutines (busy)":              besideLoad,
		"goroutines (handed to one)":     handedToOne,
		"goroutines (200 handed to one)": handedToOne,
		"goroutines (parked)":            park,
		"goroutines (burst)":             burstEnds,
	})
}

// Each goroutine waits, and the garbage collector scans its stack.
func park(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		go func() {
			gate.here()
			<-gate.done
		}()
	}
	gate.full()
}

// The load keeps 1,000 arrays of 8 KB. Each new array replaces an old
// one, and the old one is garbage then.
var needed [1000][]byte

func garbage(megabytes int) {
	for i := 0; i < megabytes*128; i++ {
		needed[i%len(needed)] = make([]byte, 8<<10)
	}
}

// Reports how long collections stop the program: while it makes garbage,
// when a full collection is asked for, and while it makes garbage again.
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

// The runtime keeps the stop times of the last 256 collections; a
// collection's two stops are added up.
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
		cycle = fmt.Sprintf(" cycle_ms=%.4f", median(whole))
	}
	gate.mark(name, "pause_ms=%.4f longest_ms=%.4f pauses=%d%s",
		median(pauses), pauses[last], len(pauses), cycle)
	for i := last; i >= 0; i -= 1 + last/100 {
		gate.mark("each_"+name, "ms=%.4f", pauses[i])
	}
	return m.NumGC
}

// A load makes a thousand megabytes of garbage, one every millisecond.
// The runtime adds up its processor time when a collection ends. So we
// count from the end of one collection to the end of another.
func besideLoad(tasks int, gate *Gate) {
	park(tasks, gate)
	runtime.GC()
	before := spent()
	last, next := before, time.Now()
	for mb := 0; mb < 1000; mb++ {
		garbage(1)
		if now := spent(); now.collections > last.collections {
			last = now
		}
		next = next.Add(time.Millisecond)
		time.Sleep(time.Until(next))
	}
	if mb := (last.bytes - before.bytes) / (1 << 20); mb > 0 && last.all > 0 {
		gc, all := 1e3*(last.gc-before.gc), 1e3*(last.all-before.all)
		gate.mark("the_load", "gc_ms_per_gb=%.1f gc_cpu_ms=%.1f garbage_mb=%.0f cpu_ms=%.1f",
			gc/mb*1024, gc, mb, all)
	}
}

// Seconds of processor time, without idle cores: of collections (gc), and
// of the whole program (all). The bytes that were allocated until now, and
// the number of collections.
type account struct{ gc, all, bytes, collections float64 }

func spent() account {
	read := []metrics.Sample{
		{Name: "/cpu/classes/gc/total:cpu-seconds"},
		{Name: "/cpu/classes/gc/mark/idle:cpu-seconds"},
		{Name: "/cpu/classes/total:cpu-seconds"},
		{Name: "/cpu/classes/idle:cpu-seconds"},
		{Name: "/gc/heap/allocs:bytes"},
		{Name: "/gc/cycles/total:gc-cycles"},
	}
	metrics.Read(read)
	if read[0].Value.Kind() != metrics.KindFloat64 {
		return account{} // before Go 1.20
	}
	of := func(i int) float64 { return read[i].Value.Float64() }
	return account{of(0) - of(1), of(2) - of(3) - of(1),
		float64(read[4].Value.Uint64()), float64(read[5].Value.Uint64())}
}

// The runtime does not say on which of its processors a goroutine runs.
// While it is pinned to one, its number is known.
//
//go:linkname procPin runtime.procPin
func procPin() int

//go:linkname procUnpin runtime.procUnpin
func procUnpin()

func processor() int {
	p := procPin()
	procUnpin()
	return p
}

// Jobs that only compute: the first half of them are long. The fields say
// on which processor each job was started and has run, and when.
type jobs struct {
	unit         int
	home, ran    []int
	began, ended []time.Time
}

const long, short, slices = 19, 1, 80

func (j *jobs) units(job int) int {
	if job < len(j.ran)/2 {
		return long
	}
	return short
}

// All jobs together take so many ms on one core.
func newJobs(n, ms int) *jobs {
	j := &jobs{home: make([]int, n), ran: make([]int, n), began: make([]time.Time, n), ended: make([]time.Time, n)}
	best, trial := time.Hour, 1000000
	for i := 0; i < 8; i++ {
		start := time.Now()
		compute(trial)
		if took := time.Since(start); took < best {
			best = took
		}
	}
	rounds := float64(ms) * 1e6 * float64(trial) / float64(best)
	j.unit = int(rounds / float64(n/2*long+(n-n/2)*short))
	return j
}

func (j *jobs) run(job int) {
	j.ran[job] = processor()
	j.began[job] = time.Now()
	compute(j.unit * j.units(job))
	j.ended[job] = time.Now()
}

//go:noinline
func compute(rounds int) uint64 {
	x := uint64(88172645463325252)
	for i := 0; i < rounds; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	return x
}

// One goroutine starts all jobs, so all start on one processor. Its queue
// has room for 256 goroutines. When the queue is full, the runtime moves
// half of it into a queue that all processors share.
func handedToOne(tasks int, gate *Gate) {
	j := newJobs(tasks, gate.number("ms"))
	for i := 0; i < tasks; i++ {
		j.home[i] = processor()
		go func(job int) {
			j.run(job)
			gate.here()
		}(i)
	}
	gate.full()
	j.tell(gate)
}

func (j *jobs) tell(gate *Gate) {
	first, last := j.began[0], j.ended[0]
	all, elsewhere := 0, 0
	processors := map[int]bool{}
	for i := range j.ran {
		if j.began[i].Before(first) {
			first = j.began[i]
		}
		if j.ended[i].After(last) {
			last = j.ended[i]
		}
		all += j.units(i)
		if j.ran[i] != j.home[i] {
			elsewhere += j.units(i)
		}
		processors[j.ran[i]] = true
	}
	gate.mark("work", "seconds=%.3f carriers=%d elsewhere_percent=%.3f",
		last.Sub(first).Seconds(), len(processors), 100*float64(elsewhere)/float64(all))
	var order []int
	for p := range processors {
		order = append(order, p)
	}
	sort.Ints(order)
	for i, p := range order {
		j.stretches(p, first, last, gate, "carrier_"+strconv.Itoa(i+1))
	}
}

// Reports when a processor was busy, slice by slice. Equal neighbours are
// reported as one.
func (j *jobs) stretches(p int, first, last time.Time, gate *Gate, name string) {
	slice := last.Sub(first).Seconds() / slices
	var busy [slices + 1]float64
	for i := range j.ran {
		if j.ran[i] != p {
			continue
		}
		from, to := j.began[i].Sub(first).Seconds(), j.ended[i].Sub(first).Seconds()
		for s := int(from / slice); s < slices && float64(s)*slice < to; s++ {
			if a, b := maximum(from, float64(s)*slice), minimum(to, float64(s+1)*slice); b > a {
				busy[s] += b - a
			}
		}
	}
	tens := func(s int) int { return int(minimum(1, busy[s]/slice)*10 + 0.5) }
	for from, s := 0, 1; s <= slices; s++ {
		if s < slices && tens(s) == tens(from) {
			continue
		}
		if tens(from) > 0 {
			gate.mark(name, "from_ms=%.3f to_ms=%.3f busy_percent=%d",
				1000*float64(from)*slice, 1000*float64(s)*slice, 10*tens(from))
		}
		from = s
	}
}

func maximum(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

func minimum(a, b float64) float64 { return -maximum(-a, -b) }

// All tasks wait, and then all end. The process is weighed before and
// after they end, after it was left alone, and after it was asked to give
// back memory.
func burstEnds(tasks int, gate *Gate) {
	alone := time.Duration(gate.number("alone")) * time.Millisecond
	park(tasks, gate)
	gate.weigh("all_wait")
	close(gate.done)
	gate.gone()
	gate.weigh("all_ended")
	time.Sleep(alone)
	gate.weigh("left_alone")
	debug.FreeOSMemory() // returns when it is done
	gate.weigh("asked")
}

// What to take to work: let the processor that is free take the next job.
func takeToWork(jobs []func()) {
	half := len(jobs) / 2
	// wrong: divided in advance, so one goroutine may get all long jobs
	for _, part := range [][]func(){jobs[:half], jobs[half:]} {
		go func(part []func()) {
			for _, job := range part {
				job()
			}
		}(part)
	}
	// right: a processor that is free takes the next goroutine
	for _, job := range jobs {
		go job()
	}
}
