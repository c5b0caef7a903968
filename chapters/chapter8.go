// Chapter 8 in Go: the service that the reader describes.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import (
	"bytes"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"
)

func main() {
	serve(loads{
		"goroutines": goroutines,
	})
}

// A frame with 64 bytes of its own, as in chapter 2.
//
//go:noinline
func frames(depth int, bottom func()) byte {
	var local [64]byte
	local[depth%64] = byte(depth)
	if depth == 0 {
		bottom()
	} else {
		local[0] += frames(depth-1, bottom)
	}
	return local[depth%64] + local[0]
}

// Every goroutine calls frames as often as the depth says, allocates its
// bytes there, writes to them, and waits.
func goroutines(tasks int, gate *Gate) {
	depth, holding := gate.number("depth"), gate.number("holding")
	for i := 0; i < tasks; i++ {
		go frames(depth, func() {
			held := bytes.Repeat([]byte{1}, holding)
			gate.here()
			<-gate.done
			keep(held)
		})
	}
	if gate.words["millis"] != "" {
		gate.full()
		works(gate)
	}
}

// Eight clients make garbage beside the tasks that wait. The process is
// weighed before that and after it. It tells how much garbage was made, what
// CPU time the collector took, what is live, and how far the heap may grow.
func works(gate *Gate) {
	rate, millis := gate.number("allocating")*1024, gate.number("millis")
	gate.weigh("parked")
	live := settled()
	gate.mark("heap", "live_bytes=%d goal_bytes=%d", live.HeapAlloc, live.NextGC)
	before, made := spent(), make(chan int)
	for i := 0; i < 8; i++ {
		go func() { made <- client(rate/8, time.Duration(millis)*time.Millisecond) }()
	}
	all := 0
	for i := 0; i < 8; i++ {
		all += <-made
	}
	gate.mark("made", "bytes=%d millis=%d", all, millis)
	if now := spent(); now.told {
		gate.mark("garbage", "gc_cpu_ms=%.0f", now.collecting(before))
	}
	gate.weigh("with_garbage")
}

// A client allocates requests of five buffers, of 1 to 16 KB, and writes to
// them, at a rate of so many bytes a second. The next request replaces them.
func client(rate int, lasting time.Duration) (made int) {
	var request [5][]byte
	start := time.Now()
	for now := start; now.Sub(start) < lasting; now = time.Now() {
		if float64(made) > float64(rate)*now.Sub(start).Seconds() {
			time.Sleep(time.Millisecond)
			continue
		}
		for i := range request {
			request[i] = bytes.Repeat([]byte{1}, 1024<<i)
			made += len(request[i])
		}
	}
	keep(request[0])
	return made
}

// CPU time as the runtime counts it, in seconds, and as the kernel counts
// it, in ms. The collector's work on idle processors is included, because
// that work has to be done in any case.
type spending struct {
	gc, busy, cpu float64
	told          bool // not before Go 1.20
}

func spent() (s spending) {
	read := []metrics.Sample{
		{Name: "/cpu/classes/gc/total:cpu-seconds"},
		{Name: "/cpu/classes/total:cpu-seconds"},
		{Name: "/cpu/classes/idle:cpu-seconds"},
	}
	metrics.Read(read)
	if read[0].Value.Kind() != metrics.KindFloat64 {
		return s
	}
	s.gc, s.told = read[0].Value.Float64(), true
	s.busy = read[1].Value.Float64() - read[2].Value.Float64()
	stat, _ := os.ReadFile("/proc/self/stat") // Linux, in ticks of 10 ms
	if words := strings.Fields(string(stat)); len(words) > 14 {
		own, _ := strconv.ParseFloat(words[13], 64)
		kernel, _ := strconv.ParseFloat(words[14], 64)
		s.cpu = 10 * (own + kernel)
	}
	return s
}

// CPU time of the collector from an earlier reading to this one, in ms. The
// runtime goes by the clock, as if no other process used its processors. So
// we take the collector's share from the runtime, and the CPU time of the
// process from the kernel.
func (s spending) collecting(since spending) float64 {
	gc, busy := s.gc-since.gc, s.busy-since.busy
	if s.cpu == 0 || busy <= 0 {
		return 1000 * gc
	}
	return (s.cpu - since.cpu) * gc / busy
}

// The bytes are used after the wait, so they stay live while the task waits.
//
//go:noinline
func keep(held []byte) {}

// What to take to work: say how much memory there is, in bytes.
func takeToWork(container int64) {
	// wrong: by default the heap may double, in any container
	debug.SetGCPercent(100)
	// right: near nine tenths of the container, Go collects earlier
	debug.SetMemoryLimit(container / 10 * 9)
}
