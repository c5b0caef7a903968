// What the runtime itself counts of its goroutines: how much is alive, and
// what one of them is made of. It explains a task, and is never its weight.
package main

import (
	"fmt"
	"runtime"
	"sort"
)

// fewest tasks that can be taken apart: among fewer, what the runtime
// needs for itself would look like theirs.
const fewest = 1000

// heapAndStacks is what goroutines hold: the heap, and whole stacks, whether
// or not all of their pages have been touched. So it may exceed what is resident.
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
	if each < 1.5 {
		return fmt.Sprintf("object_of_%d_B", size)
	}
	return fmt.Sprintf("%.0f_objects_of_%d_B", each, size)
}
