// Chapter 5 in Go: a buffer for each request, new or from sync.Pool.
//
// The scale starts this program. It serves its requests on two
// goroutines, and reports what they took.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	serve(loads{
		"Go (fresh)":          func(n int, gate *Gate) { run(n, gate, fresh) },
		"Go (sync.Pool)":      func(n int, gate *Gate) { run(n, gate, pooled) },
		"Go (idle sync.Pool)": idle,
	})
}

var message [1 << 10]byte

// Copies a request into its buffer, and reads one byte of it.
//
//go:noinline
func use(buffer []byte, length, request int) int {
	copy(buffer, message[:length])
	return int(buffer[request%length])
}

func fresh(size, length int) func(int) int {
	return func(request int) int {
		return use(make([]byte, size), length, request)
	}
}

// The pool holds pointers: a slice would be copied to the heap each
// time. The used part is wiped before the buffer goes back.
func pooled(size, length int) func(int) int {
	pool := sync.Pool{New: func() any { b := make([]byte, size); return &b }}
	return func(request int) int {
		buffer := pool.Get().(*[]byte)
		defer pool.Put(buffer)
		result := use(*buffer, length, request)
		wipe((*buffer)[:length])
		return result
	}
}

func wipe(used []byte) {
	for i := range used {
		used[i] = 0
	}
}

type handlers func(size, length int) func(int) int

// Serves requests with a buffer of 16 KB, and uses 1 KB of it. If the
// scale says "sizes", it serves them with objects of that many sizes,
// from 16 B on, each four times as large as the one before.
func run(requests int, gate *Gate, of handlers) {
	if _, several := gate.words["sizes"]; several {
		bySize(gate, of)
	} else {
		count(requests, gate, of(16<<10, 1<<10))
	}
	for i := 0; i < requests; i++ {
		gate.here()
	}
}

func count(requests int, gate *Gate, handle func(int) int) {
	const workers = 2
	all(requests/5, workers, handle)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	all(requests, workers, handle)
	ns := float64(time.Since(start).Nanoseconds())
	runtime.ReadMemStats(&after)
	gate.mark("requests", "bytes_per_request=%.2f ns_per_request=%.2f "+
		"k_per_s=%.2f collections=%d pause_ms=%.2f",
		float64(after.TotalAlloc-before.TotalAlloc)/float64(requests),
		ns*workers/float64(requests), float64(requests)/ns*1e6,
		after.NumGC-before.NumGC,
		float64(after.PauseTotalNs-before.PauseTotalNs)/1e6)
}

func all(requests, workers int, handle func(int) int) {
	var done sync.WaitGroup
	done.Add(workers)
	for w := 0; w < workers; w++ {
		go func(w int) {
			defer done.Done()
			for i := w; i < requests; i += workers {
				handle(i)
			}
		}(w)
	}
	done.Wait()
}

// One goroutine, several rounds over all sizes; the first one warms up.
// Go collects when the heap has doubled. An array of 128 MB stays alive,
// and is never touched, so this heap grows to 256 MB, like Java's.
func bySize(gate *Gate, of handlers) {
	alive := make([]byte, 128<<20)
	defer runtime.KeepAlive(alive)
	found, counts := map[int][]int64{}, map[int]int{}
	for round := -1; round < 3; round++ {
		for n, size := 0, 16; n < gate.number("sizes"); n, size = n+1, size*4 {
			handle := of(size, 16)
			if round < 0 {
				counts[size] = calibrated(handle)
			}
			took := times(counts[size], handle).Nanoseconds()
			if round >= 0 {
				found[size] = append(found[size], 1000*took/int64(counts[size]))
			}
		}
	}
	for n, size := 0, 16; n < gate.number("sizes"); n, size = n+1, size*4 {
		gate.mark(name(size), "ns_per_request=%.2f", float64(median(found[size]))/1e3)
	}
}

// How many requests take about 30 ms, by the fastest of three trials,
// because other programs may be running as well.
func calibrated(handle func(int) int) int {
	for requests := 50; ; requests *= 2 {
		best := time.Hour
		for trial := 0; trial < 3; trial++ {
			if took := times(requests, handle); took < best {
				best = took
			}
		}
		if best >= 5*time.Millisecond {
			return int(int64(requests) * int64(30*time.Millisecond) / int64(best))
		}
	}
}

func times(requests int, handle func(int) int) time.Duration {
	start := time.Now()
	for i := 0; i < requests; i++ {
		handle(i % 50)
	}
	return time.Since(start)
}

func name(size int) string {
	if size < 1<<10 {
		return fmt.Sprintf("%d_B", size)
	}
	return fmt.Sprintf("%d_KB", size>>10)
}

// Puts 1,000 buffers into a pool, runs no collection, one or two, and
// counts how many of them the pool still has.
func idle(tasks int, gate *Gate) {
	const buffers = 1000
	for _, gcs := range []int{0, 1, 2} {
		made := 0
		pool := &sync.Pool{New: func() any { made++; return new([16 << 10]byte) }}
		for _, each := range taken(pool, buffers) {
			pool.Put(each)
		}
		for i := 0; i < gcs; i++ {
			runtime.GC()
		}
		made = 0
		taken(pool, buffers)
		name := []string{"at_once", "after_one_collection", "after_two_collections"}[gcs]
		gate.mark(name, "buffers_left=%d", buffers-made)
	}
	for i := 0; i < tasks; i++ {
		gate.here()
	}
}

func taken(pool *sync.Pool, buffers int) (all []any) {
	for i := 0; i < buffers; i++ {
		all = append(all, pool.Get())
	}
	return all
}

// What to take to work: give a buffer back wiped, on every path.
func takeToWork(pool *sync.Pool, answer func([]byte) int) int {
	dirty := pool.Get().(*[]byte)
	first := answer(*dirty)
	// wrong: the next request can read what this one has left
	pool.Put(dirty)

	clean := pool.Get().(*[]byte)
	// right: wiped, then given back, on every path
	defer func() { wipe(*clean); pool.Put(clean) }()
	return first + answer(*clean)
}
